import TerminalProbe

/// From a key to the first and the last byte of the answer, which is the byte before the output falls quiet; and to the
/// picture that shows the key's effect. While others do something, a quiet output is no answer.
struct KeyMeter {
  let first: Spread?
  let last: Spread?
  /// To the words that the key brings; a key without those words counts with its last byte.
  let shown: Spread?
  let bytes: Spread?
  /// Keys that had no answer.
  let silent: Int

  /// - Parameter words: the words that each key brings to the screen, if they are known.
  init(_ recorder: Recorder, _ keys: [Subject.Press], words: [String] = [], count: Int) {
    var (first, last, shown, bytes): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
    var pauses = Pauses()
    for number in 0..<count where !recorder.isAtEnd {
      let press = recorder.bytes(of: keys[number % keys.count])
      recorder.listen(pauses.next())
      recorder.listenUntilQuiet(10, limit: 200)
      let mark = recorder.chunks.count
      let sent = Recorder.now
      recorder.send(press)
      guard recorder.read(within: 400) else { continue }
      recorder.listenUntilQuiet(Sandbox.quiet, limit: 500)
      let answer = recorder.chunks[mark...]
      first.append((answer.first?.at ?? sent) - sent)
      last.append((answer.last?.at ?? sent) - sent)
      let moment = words.isEmpty ? nil : recorder.moment(of: words[number % words.count], since: mark)
      shown.append((moment ?? answer.last?.at ?? sent) - sent)
      bytes.append(Double(answer.reduce(0) { $0 + $1.bytes.count }))
    }
    (self.first, self.last, self.bytes) = (Spread(first), Spread(last), Spread(bytes))
    self.shown = words.isEmpty ? nil : Spread(shown)
    silent = count - first.count
  }

  /// Pauses between keys, in milliseconds: uneven, so that keys do not fall into step with a tick, and the same in
  /// every run.
  private struct Pauses {
    private var numbers = Numbers(seed: 1)
    mutating func next() -> Double { Double.random(in: 10..<50, using: &numbers) }
  }
}

/// Random numbers that are the same in every run (SplitMix64): the standard library's own cannot be repeated.
struct Numbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
