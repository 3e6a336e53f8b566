import Dispatch
import ParleyCore
import Synchronization

extension Store {
  /// A session's time at its last entry, and the machine's clocks then (``Journal/lastClock``).
  public typealias LastClock = (at: Instant, reading: ClockReading)?

  /// What was made of a session of the store.
  public struct ReadSession<Value: Sendable>: Sendable {
    /// What was made of it, or why it cannot be read.
    public var made: Result<Value, JournalFault>
    /// What its file lacks of what was acknowledged (``Journal/loss()``).
    public var loss: JournalFault?
  }

  /// What `make` makes of every session of the store, by id. It reads on as many threads as there are processors, since
  /// one command may ask for hundreds of them, and keeps none of the sessions.
  public func sessions<Value: Sendable>(
    _ make: @Sendable (SessionFile, Session, LastClock) -> Value
  ) -> [ReadSession<Value>] {
    let files = files()
    let read = ReadSessions<Value>()
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      let session = Store.read(files[index], make)
      read.byIndex.withLock { $0[index] = session }
    }
    return read.byIndex.withLock { sessions in files.indices.compactMap { sessions[$0] } }
  }

  private static func read<Value: Sendable>(
    _ file: SessionFile, _ make: (SessionFile, Session, LastClock) -> Value
  ) -> ReadSession<Value> {
    do throws(JournalFault) {
      let journal = try Journal.open(file, access: .reading)
      defer { journal.close() }
      let session = try journal.session()
      return ReadSession(made: .success(make(file, session, journal.lastClock)), loss: try journal.loss())
    } catch {
      return ReadSession(made: .failure(error))
    }
  }
}

/// The sessions that have been read, by their place: the one thing that the threads share.
private final class ReadSessions<Value: Sendable>: Sendable {
  let byIndex = Mutex<[Int: Store.ReadSession<Value>]>([:])
}
