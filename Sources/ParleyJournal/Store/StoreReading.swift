import Foundation
import ParleyCore
import Synchronization

extension Store {
  /// What `make` makes of every session of the store, by id, or why the session cannot be read. It reads on as many
  /// threads as there are processors, since one command may ask for hundreds of them, and keeps none of the sessions.
  public func sessions<Value: Sendable>(
    _ make: @Sendable (SessionFile, Session) -> Value
  ) -> [Result<Value, JournalFault>] {
    let files = files()
    let read = ReadSessions<Value>()
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      let made = Result { () throws(JournalFault) in make(files[index], try Store.session(in: files[index])) }
      read.byIndex.withLock { $0[index] = made }
    }
    return read.byIndex.withLock { made in files.indices.compactMap { made[$0] } }
  }

  private static func session(in file: SessionFile) throws(JournalFault) -> Session {
    let journal = try Journal.open(file, access: .reading)
    defer { journal.close() }
    return try journal.session()
  }
}

/// The sessions that have been read, by their place: the one thing that the threads share.
private final class ReadSessions<Value: Sendable>: Sendable {
  let byIndex = Mutex<[Int: Result<Value, JournalFault>]>([:])
}
