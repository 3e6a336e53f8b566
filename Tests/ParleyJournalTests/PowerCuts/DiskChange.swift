import Foundation

/// One change of a disk, as a recorder took it down (see CFaults.h).
enum DiskChange: Hashable {
  case created(file: UInt64, name: String)
  case written(file: UInt64, at: Int, bytes: [UInt8])
  case truncated(file: UInt64, to: Int)
  case synced(file: UInt64)
  case folderSynced
  case renamed(from: String, to: String)
  case removed(name: String)
  /// What the program said on its standard output.
  case said(String)
  /// A call that was made to fail.
  case failed

  private static let headCount = 32

  /// The changes in a record, in order.
  static func read(_ record: [UInt8]) -> [DiskChange] {
    var changes: [DiskChange] = []
    record.withUnsafeBytes { bytes in
      var place = 0
      while place + headCount <= bytes.count {
        let head = UnsafeRawBufferPointer(rebasing: bytes[place..<place + headCount])
        let nameCount = Int(head.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
        let count = Int(head.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
        let start = place + headCount
        let name = String(decoding: bytes[start..<start + nameCount], as: UTF8.self)
        let content = bytes[start + nameCount..<start + nameCount + count]
        change(head, name, content).map { changes.append($0) }
        place = start + nameCount + count
      }
    }
    return changes
  }

  private static func change(
    _ head: UnsafeRawBufferPointer, _ name: String, _ content: Slice<UnsafeRawBufferPointer>
  ) -> DiskChange? {
    let file = head.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    let offset = Int(head.loadUnaligned(fromByteOffset: 16, as: Int64.self))
    let names = name.split(separator: "\0").map(String.init)
    switch head[0] {
    case UInt8(ascii: "c"): return .created(file: file, name: name)
    case UInt8(ascii: "w"): return .written(file: file, at: offset, bytes: Array(content))
    case UInt8(ascii: "t"): return .truncated(file: file, to: offset)
    case UInt8(ascii: "s"): return .synced(file: file)
    case UInt8(ascii: "d"): return .folderSynced
    case UInt8(ascii: "r"): return names.count == 2 ? .renamed(from: names[0], to: names[1]) : nil
    case UInt8(ascii: "u"): return .removed(name: name)
    case UInt8(ascii: "a"): return .said(String(decoding: content, as: UTF8.self))
    case UInt8(ascii: "f"): return .failed
    default: return nil
    }
  }
}
