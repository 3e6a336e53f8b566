import Glibc

// Theory: a host keeps in memory what is shown, and reads back what happened before. It could not always do so from the
// session's own file: somebody may write over that. So it has every row once more, as it was written: the last ones in
// memory, older ones in a file without a name in the session's folder, which nobody can move, remove or write over, and
// which is gone with the process. An hour's session never needs that file. Where it cannot be made or written, all rows
// stay in memory. What is read back from it is checked against the chain, like what is read from the session's file.
/// The rows of a session that its holder has read or written.
final class RowArchive {
  private let directory: String
  /// Of the file without a name; -1 as long as there is none.
  private var descriptor: Int32 = -1
  /// How many bytes of rows the file has.
  private var stored = 0
  /// The rows after those.
  private var recent: [UInt8] = []
  /// The size of ``recent`` at which it goes to the file.
  private var limit: Int
  private let chunk: Int
  private var pages: [Page] = []
  private(set) var count = 0

  /// Where every so many rows begin.
  private struct Page {
    var offset: Int
    /// The end of the journal before them.
    var start: Tail
  }

  /// So many rows are read back at once.
  static let pageRows = 512
  static let usualChunk = 1 << 20

  /// - Parameters:
  ///   - directory: the session's folder.
  ///   - chunk: how many bytes of rows stay in memory at most.
  init(in directory: String, chunk: Int = usualChunk) {
    self.directory = directory
    (self.chunk, limit) = (chunk, chunk)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private var size: Int { stored + recent.count }

  /// Takes in the row that comes next, after that end; another than the next one is left out.
  func append(_ row: JournalRow, after tail: Tail) {
    guard row.number == count else { return }
    beginRow { tail }
    row.withColumns { recent.append(row.number, row.clock, row.digest, $0) }
    if recent.count >= limit { store() }
  }

  /// Takes in the rows that come next.
  func append(_ batch: RowBatch) {
    guard batch.start.count == count else { return }
    var tail = batch.start
    batch.bytes.withUnsafeBytes { bytes in
      for row in batch.rows {
        beginRow { tail }
        let columns = [row.command, row.boot, row.payload].map { UnsafeRawBufferPointer(rebasing: bytes[$0]) }
        let clock = batch.clock(of: row, row.boot.isEmpty ? tail.clock?.bootID ?? "" : batch.text(row.boot))
        recent.append(row.number, clock, row.digest ?? .none, columns)
        tail = Tail(count: count, digest: row.digest ?? .none, clock: clock)
      }
    }
    if recent.count >= limit { store() }
  }

  private func beginRow(after tail: () -> Tail) {
    if count % RowArchive.pageRows == 0 { pages.append(Page(offset: size, start: tail())) }
    count += 1
  }

  /// The pages in which the rows of a range stand.
  func pages(of range: Range<Int>) -> Range<Int> {
    let last = min(range.upperBound, count)
    guard range.lowerBound < last else { return 0..<0 }
    return range.lowerBound / RowArchive.pageRows..<(last + RowArchive.pageRows - 1) / RowArchive.pageRows
  }

  /// The rows of a page, unchecked; nil where they cannot be read.
  func page(_ number: Int) -> RowBatch? {
    guard pages.indices.contains(number) else { return nil }
    let end = number + 1 < pages.count ? pages[number + 1].offset : size
    guard let bytes = bytes(pages[number].offset..<end) else { return nil }
    var batch = RowBatch(after: pages[number].start)
    return bytes.withUnsafeBytes { batch.append(written: $0) } ? batch : nil
  }

  private func bytes(_ range: Range<Int>) -> [UInt8]? {
    let inFile = range.clamped(to: 0..<stored)
    var bytes = [UInt8](repeating: 0, count: inFile.count)
    let isRead = bytes.withUnsafeMutableBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = pread(
          descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, off_t(inFile.lowerBound + done))
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
    let inMemory = range.clamped(to: stored..<size)
    return isRead ? bytes + recent[(inMemory.lowerBound - stored)..<(inMemory.upperBound - stored)] : nil
  }

  private func store() {
    if descriptor < 0 { descriptor = RowArchive.fileWithoutName(in: directory) }
    let isStored = recent.withUnsafeBytes { buffer in
      var done = 0
      while descriptor >= 0, done < buffer.count {
        let count = pwrite(
          descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, off_t(stored + done))
        guard count > 0 else { return false }
        done += count
      }
      return descriptor >= 0
    }
    guard isStored else {
      // A full disk is asked again, and not at every row.
      limit = recent.count + chunk
      return
    }
    stored += recent.count
    (recent, limit) = ([], chunk)
  }

  private static func fileWithoutName(in directory: String) -> Int32 {
    open(directory, temporaryFile | O_RDWR | O_EXCL | O_CLOEXEC, 0o600)
  }

  // O_TMPFILE: Swift's Glibc leaves the name out; the number is the kernel's.
  private static let temporaryFile: Int32 = 0o20_000_000 | O_DIRECTORY
}

extension [UInt8] {
  /// A row as ``RowBatch/append(written:)`` reads it. The columns are its command, its boot and its payload.
  fileprivate mutating func append(
    _ number: Int, _ clock: ClockReading, _ digest: Digest, _ columns: [UnsafeRawBufferPointer]
  ) {
    for column in columns { append(number: Int64(column.count)) }
    for number in [Int64(number), clock.bootMs, clock.wallMs] { append(number: number) }
    digest.append(to: &self)
    for column in columns { append(contentsOf: column) }
  }

  private mutating func append(number: Int64) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}

extension RowBatch {
  /// Takes in rows as an archive has them; false where the bytes are none.
  fileprivate mutating func append(written bytes: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    func number(_ index: Int) -> Int64 {
      Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 8 * index, as: Int64.self))
    }
    let head = 6 * 8 + Digest.byteCount
    while place < bytes.count {
      guard bytes.count - place >= head else { return false }
      let lengths = (0..<3).map { Int(truncatingIfNeeded: number($0)) }
      let left = bytes.count - place - head
      guard lengths.allSatisfy({ (0...left).contains($0) }), lengths.reduce(0, +) <= left else { return false }
      let fields = (number(3), number(4), number(5))
      let digest = Digest(UnsafeRawBufferPointer(rebasing: bytes[place + 48..<place + head]))
      place += head
      var columns = [UnsafeRawBufferPointer]()
      for length in lengths {
        columns.append(UnsafeRawBufferPointer(rebasing: bytes[place..<place + length]))
        place += length
      }
      append(
        Int(fields.0), bootMs: fields.1, wallMs: fields.2, command: columns[0], boot: columns[1], payload: columns[2],
        digest: digest)
    }
    return true
  }
}
