// Theory: SQLite notices few of the bits that flip in its content, and none of the rows that someone edits. So each row
// holds the SHA-256 of the row before it and of its own content. Changing, dropping or swapping a row breaks the chain
// there. Cutting rows off at the end leaves a shorter chain that is whole: the chain cannot show that (see
// TailFile.swift).
/// Computes the digests that chain the rows of a journal.
struct Chain {
  private var scratch: [UInt8] = []

  /// The digest of a row that follows a row with the digest `previous`.
  mutating func digest(
    after previous: Digest, number: Int, commandID: UnsafeRawBufferPointer, bootID: UnsafeRawBufferPointer,
    bootMs: Int64, wallMs: Int64, payload: UnsafeRawBufferPointer
  ) -> Digest {
    scratch.removeAll(keepingCapacity: true)
    previous.append(to: &scratch)
    append(Int64(number))
    append(bootMs)
    append(wallMs)
    append(text: bootID)
    append(text: commandID)
    scratch.append(contentsOf: payload)
    return scratch.withUnsafeBytes { SHA256.digest($0) }
  }

  private mutating func append(_ number: Int64) {
    withUnsafeBytes(of: number.bigEndian) { scratch.append(contentsOf: $0) }
  }

  // The length goes first, so that no two rows give the same bytes.
  private mutating func append(text: UnsafeRawBufferPointer) {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: text.count).bigEndian) { scratch.append(contentsOf: $0) }
    scratch.append(contentsOf: text)
  }
}
