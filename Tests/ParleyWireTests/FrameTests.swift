import ParleyWire
import Testing

@Suite("Frames")
struct FrameTests {
  private func framed(_ payloads: [UInt8]...) -> [UInt8] {
    var bytes: [UInt8] = []
    for payload in payloads { FrameWriter.append(payload, to: &bytes) }
    return bytes
  }

  private func messages(_ reader: inout FrameReader) throws -> [[UInt8]] {
    var found: [[UInt8]] = []
    while let message = try reader.next() { found.append(message) }
    return found
  }

  @Test("messages come out whole, however the bytes were cut", arguments: [1, 2, 3, 5, 7, 100])
  func cut(size: Int) throws {
    let sent: [[UInt8]] = [[1], Array(repeating: 2, count: 300), [3, 4, 5]]
    let bytes = framed(sent[0], sent[1], sent[2])
    var reader = FrameReader()
    var found: [[UInt8]] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      reader.append(bytes[start..<min(start + size, bytes.count)])
      found += try messages(&reader)
    }
    #expect(found == sent)
  }

  @Test("a message longer than a frame goes in several", arguments: [65_535, 65_536, 65_537, 200_000])
  func long(count: Int) throws {
    let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 251) }
    var reader = FrameReader(limit: 1 << 20)
    reader.append(framed(payload, [9]))
    #expect(try messages(&reader) == [payload, [9]])
  }

  @Test("a message over the limit is refused before it has come")
  func tooLong() throws {
    var reader = FrameReader(limit: 65_536)
    reader.append(framed(Array(repeating: 0, count: 65_537))[..<65_544])
    #expect(throws: WireFault.tooLong(limit: 65_536)) { _ = try reader.next() }
    var announced = FrameReader(limit: 100)
    announced.append([0, 0, 0, 101])
    #expect(throws: WireFault.tooLong(limit: 100)) { try announced.next() }
  }

  @Test("a stranger is known by the first byte")
  func stranger() {
    var reader = FrameReader()
    reader.append(Array("G".utf8))
    #expect(throws: WireFault.notAFrame) { try reader.next() }
  }

  @Test("an empty message is refused")
  func empty() {
    var reader = FrameReader()
    reader.append([0, 0, 0, 0])
    #expect(throws: WireFault.empty) { try reader.next() }
  }

  @Test("nothing is a message until it is there to the last byte")
  func partial() throws {
    var reader = FrameReader()
    reader.append([0, 0, 0, 2, 7])
    #expect(try reader.next() == nil)
    reader.append([8])
    #expect(try reader.next() == [7, 8])
  }
}
