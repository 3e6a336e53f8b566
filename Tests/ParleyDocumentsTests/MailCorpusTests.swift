import Foundation
import ParleyCore
import TestFixtures
import Testing

@testable import ParleyDocuments

/// What the reader must make of one mail.
struct ExpectedMail: CustomTestStringConvertible {
  let name: String
  let who: String
  let text: String

  var testDescription: String { name }

  static let all: [ExpectedMail] = {
    let text = (try? String(contentsOfFile: fixture("mail/expected.tsv"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return ExpectedMail(name: parts[0], who: parts[1], text: parts[2])
    }
  }()

  static let people = [
    Stakeholder(id: StakeholderID("ceo"), name: "Ada Obi", role: "CEO"),
    Stakeholder(id: StakeholderID("kai"), name: "Kai Moor", role: "VP Product", email: "kai@example.org"),
    Stakeholder(id: StakeholderID("faey"), name: "Fäy Cíl"),
    Stakeholder(id: StakeholderID("sam-sales"), name: "Sam Lee", role: "VP Sales"),
    Stakeholder(id: StakeholderID("sam-tech"), name: "Sam Lee", role: "CTO", email: "sam.tech@example.org"),
  ]
}

@Suite("Answers by mail")
struct MailCorpusTests {
  private func read(_ bytes: [UInt8], of who: String? = nil) throws(CommentFault) -> GivenComments {
    try GivenComments(bytes, of: who, people: ExpectedMail.people)
  }

  private func read(_ text: String) throws(CommentFault) -> GivenComments { try read(Array(text.utf8)) }

  private func mail(_ body: String) -> String { "From: Kai Moor <kai@example.org>\nSubject: x\n\n\(body)" }

  @Test("What the sender wrote is there whole, and nothing else", arguments: ExpectedMail.all)
  func corpus(expected: ExpectedMail) throws {
    let bytes = Array(try #require(FileManager.default.contents(atPath: fixture("mail/\(expected.name).eml"))))
    if expected.text.hasPrefix("!") {
      let fault = #expect(throws: CommentFault.self) { try read(bytes) }
      let reason = fault?.description ?? ""
      #expect(reason.contains(expected.text.dropFirst()), "\(reason)")
    } else {
      let comments = try read(bytes).comments
      #expect(comments.map(\.text) == [expected.text])
      #expect(comments.map(\.who) == [expected.who])
    }
  }

  @Test("Every mail of the folder has its line")
  func whole() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: fixture("mail")).filter { $0.hasSuffix(".eml") }
    #expect(files.sorted() == ExpectedMail.all.map { $0.name + ".eml" }.sorted())
  }

  @Test("What is cut without a mark on each line is told, and what is kept in doubt")
  func notices() throws {
    let below = "\n\nFrom: Fay <fay@example.org>\nSent: 28 November 2026 20:00\nTo: Kai\nSubject: x\n\n"
    let cut = try read(mail("Yes." + below + "The record.\nIts end.\n")).notices
    #expect(cut.count == 1 && cut[0].contains("below “From: Fay <fay@example.org>” (lines: 2)"), "\(cut)")
    #expect(try read(mail("Half.\n--\nThe rest.\n")).notices.count == 1)
    #expect(try read(mail("Yes.\n\n> The record\n")).notices.isEmpty)
  }

  @Test("A long mail makes as many comments as it needs, and loses no word")
  func long() throws {
    let words = (0..<2000).map { "word\($0)" }.joined(separator: " ")
    let comments = try read(mail(words)).comments
    #expect(comments.count > 1 && comments.allSatisfy { $0.text.utf8.count <= 4096 && $0.who == "kai" })
    #expect(comments.map(\.text).joined(separator: " ") == words)
    #expect(throws: CommentFault.self) { try read(mail(String(repeating: "word ", count: 20_000))) }
  }

  @Test("The same mail is known by its Message-ID, without one by its sender and text")
  func again() throws {
    func taken(_ given: GivenComments) -> [ParleyCore.Comment] {
      given.comments.enumerated().map { index, comment in
        ParleyCore.Comment(
          id: CommentID("C\(index + 1)"), who: StakeholderID(comment.who), text: comment.text, mail: comment.mail)
      }
    }
    let named = try read("Message-ID: <a@b>\n" + mail("Yes."))
    #expect(named.comments.map(\.mail) == ["<a@b>"])
    #expect(named.new(to: taken(named)).isEmpty)
    #expect(try read("Message-ID: <other@b>\n" + mail("Yes.")).new(to: taken(named)).count == 1)
    let nameless = try read(mail("Yes."))
    #expect(nameless.new(to: taken(nameless)).isEmpty)
    #expect(try read(mail("No.")).new(to: taken(nameless)).count == 1)
    let text = try read("kai: Yes.\n")
    #expect(text.new(to: taken(text)).count == 1, "a text may say the same again")
  }

  @Test("A long mail that was broken off goes on where it stopped")
  func brokenOff() throws {
    let long = try read("Message-ID: <a@b>\n" + mail(String(repeating: "word ", count: 2000)))
    let first = ParleyCore.Comment(
      id: CommentID("C1"), who: StakeholderID("kai"), text: long.comments[0].text, mail: "<a@b>")
    #expect(long.new(to: [first]) == Array(long.comments.dropFirst()))
  }

  @Test("Someone who is named says it for a mail whose sender is a stranger or one of two")
  func named() throws {
    let stranger = Array("From: Zoe <zoe@x.example>\n\nYes.\n".utf8)
    #expect(throws: CommentFault.self) { try read(stranger) }
    #expect(try read(stranger, of: "ceo").comments.map(\.who) == ["ceo"])
  }

  @Test("A name at the beginning of a line, which two people have, is nobody's")
  func ambiguousLine() {
    let fault = #expect(throws: CommentFault.self) { try read("Sam Lee: Yes\n") }
    #expect(fault?.description.contains("Sam Lee (VP Sales, sam-sales) or Sam Lee (CTO, sam-tech)") == true)
  }

  @Test("Mails that are large, deep or made to hold a reader up are read in good time", arguments: Self.heavyMails)
  fileprivate func heavy(mail: HeavyMail) {
    let bytes = Array(mail.text.utf8)
    let (_, time) = workTime { try? read(bytes) }
    // A debug build. What grows with the square of its size takes minutes.
    #expect(time < .seconds(60), "\(mail.name): \(time)")
  }

  private static let head = "From: Kai Moor <kai@example.org>\nSubject: x\n"
  private static let heavyMails: [HeavyMail] = [
    HeavyMail(name: "text", text: head + "\nYes.\n\n" + String(repeating: "> The whole record again\n", count: 80_000)),
    HeavyMail(name: "labels", text: head + "\n" + String(repeating: "A: b,\n", count: 50_000)),
    HeavyMail(name: "folded", text: head + "\nA: b,\n" + String(repeating: " c,\n", count: 50_000)),
    HeavyMail(name: "attributions", text: head + "\n" + String(repeating: "On 28.11.2026 20:00 x:\n", count: 30_000)),
    HeavyMail(name: "dashes", text: head + "\n" + String(repeating: "-- \n", count: 50_000)),
    HeavyMail(name: "blanks", text: head + "\nYes\n" + String(repeating: "\n", count: 300_000) + "a: b\n"),
    HeavyMail(name: "deep", text: deep(2_000)),
    HeavyMail(
      name: "page", text: head + "Content-Type: text/html\n\n" + String(repeating: "<div>", count: 20_000) + "Yes"),
  ]

  private static func deep(_ levels: Int) -> String {
    head + (0..<levels).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined() + "\nYes\n"
  }
}

/// A mail that is told by its name: written out, one alone would fill the log.
private struct HeavyMail: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String

  var testDescription: String { name }
}
