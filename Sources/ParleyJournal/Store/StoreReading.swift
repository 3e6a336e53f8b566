import Foundation
import ParleyCore
import Synchronization

extension Store {
  /// Every session of the store with its file, by id, or why it cannot be read. It reads on as many threads as there
  /// are processors, since one command may ask for hundreds of them.
  public func sessions() -> [(file: SessionFile, session: Result<Session, JournalFault>)] {
    let files = files()
    let read = ReadSessions()
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      let session = Result { () throws(JournalFault) in try Store.session(in: files[index]) }
      read.byIndex.withLock { $0[index] = session }
    }
    return read.byIndex.withLock { sessions in
      files.enumerated().compactMap { index, file in sessions[index].map { (file, $0) } }
    }
  }

  private static func session(in file: SessionFile) throws(JournalFault) -> Session {
    let journal = try Journal.open(file, access: .reading)
    defer { journal.close() }
    return try journal.session()
  }
}

/// The sessions that have been read, by their place: the one thing that the threads share.
private final class ReadSessions: Sendable {
  let byIndex = Mutex<[Int: Result<Session, JournalFault>]>([:])
}
