import Foundation
import Testing

@testable import ParleyJournal

@Suite struct HolderLockTests {
  let scratch = Scratch()

  @Test("A second holder is refused with the process id of the first, until that one leaves")
  func second() throws {
    let journal = try scratch.journal(notes: 1)
    let found = fault { _ = try Journal.open(journal.file, access: .holder) }
    #expect(found == .busy(path: journal.file.lockPath, pid: getpid()))
    #expect(found?.kind == .busy)
    journal.close()
    let next = try Journal.open(journal.file, access: .holder)
    #expect(try next.add(2) == 2)
  }

  @Test("Another process that holds the session is named, with the socket where it can be reached")
  func otherProcess() throws {
    let journal = try scratch.journal("q3", notes: 1)
    journal.close()
    let writer = try Writer(["hold", scratch.directory, "q3"])
    #expect(writer.nextLine() == "holding")
    #expect(Holder.current(lockPath: journal.file.lockPath) == Holder(pid: writer.pid, socket: "/somewhere/q3"))
    let found = fault { _ = try Journal.open(journal.file, access: .holder) }
    #expect(found == .busy(path: journal.file.lockPath, pid: writer.pid))
    writer.kill()
    #expect(Holder.current(lockPath: journal.file.lockPath) == nil)
    #expect(try Journal.open(journal.file, access: .holder).entries().count == 2)
  }

  @Test("Asking who holds a session takes nothing, and leaves no file behind")
  func asking() throws {
    try scratch.store.prepare()
    #expect(Holder.current(lockPath: scratch.store.lockPath("q3")) == nil)
    #expect(!exists(scratch.store.lockPath("q3")))
  }

  @Test(
    "A lock file left behind means nothing, whatever it says", arguments: ["1\n/run/x\n", "", "🙂", "99999999999999"])
  func stale(text: String) throws {
    try scratch.store.prepare()
    let path = scratch.store.lockPath("q3")
    try scratch.overwrite(path, Array(text.utf8))
    #expect(Holder.current(lockPath: path) == nil)
    let lock = try HolderLock.acquire(path)
    #expect(Holder.current(lockPath: path) == Holder(pid: getpid(), socket: nil))
    lock.release()
    #expect(!exists(path))
  }

  @Test("A lock that was refused leaves the other's in place")
  func refusal() throws {
    try scratch.store.prepare()
    let lock = try HolderLock.acquire(scratch.store.lockPath("q3"))
    #expect(fault { _ = try HolderLock.acquire(lock.path) }?.kind == .busy)
    #expect(Holder.current(lockPath: lock.path)?.pid == getpid())
  }

  @Test("A lock taken before goes to the journal and ends with it")
  func given() throws {
    try scratch.store.prepare()
    let lock = try HolderLock.acquire(scratch.store.lockPath("q3"))
    let journal = try Journal.create(
      in: scratch.store, id: "q3", opening: Sample.opening("q3"), commandID: "open", clock: Sample.clock(0), lock: lock)
    #expect(lock.announce(socket: "/tmp/s"))
    #expect(Holder.current(lockPath: lock.path)?.socket == "/tmp/s")
    journal.close()
    #expect(Holder.current(lockPath: lock.path) == nil)
  }
}
