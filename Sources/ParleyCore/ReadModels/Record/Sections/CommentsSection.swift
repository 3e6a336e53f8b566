extension RecordSection {
  /// People's comments on the record after the session, and the replies (M32).
  public static let comments = RecordSection(
    table: "comments", "comments.heading", \.comments,
    [
      RecordColumn("id", "id") { comment, _ in comment.id.text.shown },
      RecordColumn("who", "who") { comment, names in names.of(comment.who) },
      RecordColumn("comment", "text") { comment, _ in comment.text.shown },
      RecordColumn("reply", "reply") { comment, _ in comment.reply.shown },
    ]
  )
  .json("comments", \.comments) { comment in
    [
      "id": JSON(comment.id), "who": JSON(comment.who), "text": .string(comment.text), "reply": JSON(comment.reply),
    ]
  }
  .spreadsheet("comments") { record, names in
    record.comments.map { [.id: $0.id.text, .name: $0.text, .who: names.of($0.who), .value: $0.reply ?? ""] }
  }
  .on(screen: "Comments") { record, phrasing in
    record.comments.flatMap { comment in
      [.paragraph("\(phrasing.name(comment.who)): \(phrasing.quoted(comment.text))")]
        + (comment.reply.map { [.paragraph("reply: \($0)", .quiet)] } ?? [])
    }
  }
}
