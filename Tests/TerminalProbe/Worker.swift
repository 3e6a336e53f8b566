import Glibc

/// The process that works at the terminal for a program: a child in its process group if the program has split in two,
/// else the program itself.
public func worker(of program: pid_t) -> pid_t {
  children(of: program).first { getpgid($0) == getpgid(program) } ?? program
}

/// The processes that a process has started and that have not been waited for.
public func children(of process: pid_t) -> [pid_t] {
  guard let file = fopen("/proc/\(process)/task/\(process)/children", "r") else { return [] }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 4096)
  guard fgets(&line, Int32(line.count), file) != nil else { return [] }
  let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return text.split(separator: " ").compactMap { pid_t($0) }
}
