import ParleyCore
import ParleyWire

// Words that are typed and not sent: kept for the seat, and for others no more than that someone is writing (M16).
extension SessionHost {
  func note(_ draft: Draft, from seat: Seat) {
    guard let name = seat.terminal, seat.role != .screen else { return }
    guard drafts.note(draft, at: seat, name, now: live.now.boottimeMs) else { return }
    // They were given to the other terminals of the seat, and go on at this one.
    let taken = Draft.over(draft.id, at: draft.place)
    for other in seats where other !== seat && other.name == name.seat { other.reply(.drafts([taken])) }
  }

  /// Gives a terminal the words that were left at its seat.
  func giveDrafts(to seat: Seat) {
    guard let terminal = seat.terminal else { return }
    let isAlone = !seats.contains { $0 !== seat && $0.name == terminal.seat && !$0.isSending }
    give(drafts.left(to: terminal, isAlone: isAlone), to: seat)
  }

  /// Private words go to the host's own account alone, as the private file does: a guest may lead, and not read these.
  private func give(_ left: [Draft], to seat: Seat) {
    let isOwners = seat.user == door.owner && seat.hello?.pass == nil
    let readable = left.filter { isOwners || !$0.isPrivate }
    if !readable.isEmpty { seat.reply(.drafts(readable)) }
  }

  /// A terminal has gone: where the seat is one person's, their other terminals can go on with its words.
  func leaveDrafts(of seat: Seat) {
    let left = drafts.leave(seat)
    guard let name = seat.name, !name.role.isSeveralPeople else { return }
    for other in seats where other.name == name { give(left, to: other) }
  }

  /// Tells those who lead where others are writing, whenever that changes.
  func tellWriting() {
    for seat in seats where seat.leads {
      let writing = drafts.writing(besides: seat)
      guard writing != seat.toldWriting else { continue }
      seat.toldWriting = writing
      seat.reply(.writing(writing))
      seat.tell(live, nil)
    }
  }
}
