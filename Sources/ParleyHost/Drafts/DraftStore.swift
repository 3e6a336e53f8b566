import ParleyCore
import ParleyJournal
import ParleyWire

/// A seat's words that wait to be sent.
public struct KeptDraft: Hashable, Sendable {
  /// The terminal where they were typed last.
  public var terminal: TerminalName
  public var draft: Draft

  public init(at terminal: TerminalName, draft: Draft) {
    self.terminal = terminal
    self.draft = draft
  }
}

extension KeptDraft: CodedObject {
  package static let codec = Codec(
    { (seat, draft, number: Int?) in KeptDraft(at: TerminalName(SeatName(seat), number: number ?? 1), draft: draft) },
    Member("seat", \.terminal.seat.text), Member("draft", \.draft), Member("number", \.terminal.number))
}

/// Keeps drafts from one host of a session to the next (M16).
public protocol DraftStore: AnyObject {
  func drafts() -> [KeptDraft]
  /// Replaces what is kept; false when that fails, and what was kept before is still there.
  func keep(_ drafts: [KeptDraft]) -> Bool
  /// From now on, keeps them beside the session in this file.
  func follow(_ file: SessionFile)
}

extension DraftStore {
  public func follow(_ file: SessionFile) {}
}

/// Drafts that end with their host.
public final class MemoryDrafts: DraftStore {
  private var kept: [KeptDraft]

  public init(_ kept: [KeptDraft] = []) { self.kept = kept }

  public func drafts() -> [KeptDraft] { kept }

  public func keep(_ drafts: [KeptDraft]) -> Bool {
    kept = drafts
    return true
  }
}

/// Drafts in a file beside the session that only its owner may read.
///
/// The file is replaced as a whole and not synced: it survives the death of every process, and need not survive the
/// power's. It holds what nobody has said yet, so it is no part of the journal, and goes when nothing is left to keep.
public final class DraftFile: DraftStore {
  private var path: String

  public init(of file: SessionFile) { path = file.draftsPath }

  public func follow(_ file: SessionFile) {
    PrivateFile.remove(path)
    path = file.draftsPath
  }

  public func drafts() -> [KeptDraft] {
    guard let bytes = PrivateFile.read(path, limit: Drafts.storeLimit) else { return [] }
    let read = bytes.withUnsafeBufferPointer { text in
      try? Fields.read(text) { fields throws(CodingFault) in try [KeptDraft](coded: fields) }
    }
    return read ?? []
  }

  public func keep(_ drafts: [KeptDraft]) -> Bool {
    if drafts.isEmpty {
      PrivateFile.remove(path)
      return true
    }
    var bytes: [UInt8] = []
    drafts.json.write(to: &bytes)
    return PrivateFile.replace(path, with: bytes)
  }
}
