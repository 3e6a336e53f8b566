import ParleyCore

// Theory: the keys and their order are the contract with scripts that read the record. Every key is always there;
// what is not known is null or empty. A key is never renamed; new ones come last in their object.
extension Record {
  var json: JSON {
    [
      "parley": 1,
      "status": .string(status.rawValue),
      "session": session,
      "attendance": .array(attendance.map(\.json)),
      "goals": .array(goals.map(\.json)),
      "tradeoffs": .array(tradeOffs.map(\.json)),
      "decisions": .array(decisions.map(\.recordJSON)),
      "parkingLot": .array(parkingLot.map(\.recordJSON)),
      "disagreements": .array(disagreements.map(\.json)),
      "followUps": .array(followUps.map(\.recordJSON)),
      "votes": .array(votes.map(\.json)),
      "acknowledgements": .array(acknowledgements.map(\.json)),
      "comments": .array(comments.map(\.recordJSON)),
      "pacing": .array(pacing.map(\.json)),
      "review": .array(review.map(\.json)),
      "playbooks": playbooksJSON,
      "impacts": .array(impacts.map(\.recordJSON)),
      "gaps": .array(gaps.map(\.recordJSON)),
      "kindChanges": .array(kindChanges.map(\.recordJSON)),
      "cancelledVotes": .array(cancelledVotes.map(\.json)),
      "previous": JSON(previous),
      "carried": .array(
        findings.carried.map { ["goal": JSON($0.to), "from": JSON($0.from), "session": JSON(previous)] }),
      "unreviewed": JSON(unreviewed.map(\.goal)),
      "readings": .array(findings.readings.map(\.recordJSON)),
      "question": findings.question?.recordJSON ?? .null,
      "assumptions": .array(findings.assumptions.map(\.recordJSON)),
      "alternatives": .array(alternativesJSON),
      "killCriteria": .array(findings.killCriteria.map(\.recordJSON)),
      "risks": .array(risksJSON),
      "answered": .array(findings.answered.map { .string($0.rawValue) }),
    ]
  }

  private var session: JSON {
    [
      "id": .string(id), "title": .string(title), "kind": .string(kind.rawValue), "started": JSON(started),
      "ended": JSON(ended), "facilitator": JSON(facilitator), "noteTaker": JSON(noteTaker),
    ]
  }
}

extension Record.AttendanceRow {
  fileprivate var json: JSON {
    ["who": JSON(who), "name": .string(name), "role": JSON(role), "arrived": JSON(arrived), "left": JSON(left)]
  }
}

extension Record.TradeOffRow {
  fileprivate var json: JSON {
    [
      "gained": .string(tradeOff.gained), "displaced": .string(tradeOff.displaced),
      "because": JSON(tradeOff.because), "accepted": JSON(tradeOff.accepted),
    ]
  }
}

extension Decision {
  fileprivate var recordJSON: JSON {
    [
      "id": JSON(id), "what": .string(what), "because": .string(because), "consequences": JSON(consequences),
      "until": JSON(until), "replaces": JSON(replaces),
    ]
  }
}

extension ParkedItem {
  fileprivate var recordJSON: JSON {
    [
      "id": JSON(id), "text": .string(text), "by": JSON(by), "kind": .string(kind.rawValue), "goal": JSON(goal),
      "owner": JSON(owner), "due": JSON(due), "state": .string(state.rawValue),
    ]
  }
}

extension Record.Disagreement {
  fileprivate var json: JSON {
    [
      "topic": .string(topic), "goal": JSON(goal), "between": JSON(between),
      "positions": .array(
        positions.map { ["who": JSON($0.who), "text": JSON($0.text), "interest": JSON($0.interest)] }),
      "outcome": JSON(outcome?.rawValue), "process": process.map { json(of: $0) } ?? .null,
      "consents": JSON(consents),
    ]
  }

  private func json(of process: Process) -> JSON {
    [
      "kind": JSON(outcome?.rawValue), "decider": JSON(process.decider), "by": JSON(process.by),
      "criteria": .string(process.criteria), "options": JSON(process.options),
    ]
  }
}

extension FollowUp {
  fileprivate var recordJSON: JSON {
    ["text": .string(text), "owner": JSON(owner), "due": JSON(due), "with": JSON(with)]
  }
}

extension Record.VoteRow {
  fileprivate var json: JSON {
    [
      "dots": .integer(dots), "turnout": JSON(turnout),
      "tally": .object(tally.map { JSON.Member($0.goal.text, .integer($0.dots)) }),
      "ties": .array(ties.map { JSON($0) }),
    ]
  }
}

extension Record.CancelledVoteRow {
  fileprivate var json: JSON { ["dots": .integer(dots), "turnout": JSON(turnout)] }
}

extension Record.AcknowledgementRow {
  fileprivate var json: JSON {
    ["who": JSON(who), "acknowledged": .bool(acknowledged), "caveat": JSON(caveat), "answer": JSON(answer)]
  }
}

extension Comment {
  fileprivate var recordJSON: JSON {
    ["id": JSON(id), "who": JSON(who), "text": .string(text), "reply": JSON(reply)]
  }
}

extension Record.PaceRow {
  fileprivate var json: JSON {
    ["step": .string(step.text), "planned": .integer(planned), "actual": .integer(actual)]
  }
}

extension Record.ReviewRow {
  fileprivate var json: JSON {
    [
      "goal": JSON(goal), "target": JSON(last.target), "actual": JSON(last.actual),
      "result": .string(last.result.rawValue), "because": JSON(last.because),
    ]
  }
}
