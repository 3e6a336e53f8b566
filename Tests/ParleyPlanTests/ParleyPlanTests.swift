import ParleyPlan
import Testing

@Suite struct P {
  @Test(arguments: [
    "nope: 1\n", "kin: review\n", "kind:\n", "kind: Review\n", "minutes: 0\n", "minutes: 9.5\n", "minutes: 010\n",
    "starts: 2027-02-30 14:00\n", "starts: 2027-02-03T14:00\n", "starts: 2027-02-03 24:00\n",
    "remote: yes\n", "title: again\n", "facilitator: \"a\\x1bb\"\n", "facilitator: a\u{1b}b\n", "# c \u{1}\nremote: yes\n",
    "facilitator: a\u{202e}b\n", "facilitator: a\u{200b}b\n", "facilitator: *x\n", "facilitator: &x y\n",
    "facilitator: !!str y\n", "facilitator: !!str \"y\"\n", "<<: *x\n", "---\na: b\n", "vote: &v {dots: 1}\n",
    "vote: &v\n  dots: 1\n", "vote:\n\tdots: 1\n", "vote: {dots: 1\n", "vote: \"a\n", "remote: true: x\n", "remote\n",
    "facilitator: %\n", "facilitator: \"\\q\"\n", "\"a\": 1\n'a': 2\n? a\n: 3\n", "? [a, b]\n: 3\n", "vote: {dots: 1, dots: 2, max: 0}\n",
    "vote: [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]\n", "vote: " + String(repeating: "[", count: 3000) + "\n",
    "phrases: {redirct: x, foo: y}\n", "facilitator: 王*王 \u{1F600}\nremote: 王\n", "timeboxes: {boundary: 0, goal: -1, contxt: 3}\n",
    "parking-lot: [Push, {text: x, by: cfo, goal: chrn, due: 2027-13-01}, ]\n", "facilitator: |\n  Maya\n", "facilitator: a\tb\n",
    "remote:\ttrue\n", "facilitator:\n  a\n  b\n", "note-taker: [a]\n", "context: {context: \"a\\nb\", conflict: \"\"}\n",
    "context: abc\n", "context: [a]\n", "vote:\n  dots: {}\n", "- x\n", "  x: y\n", "facilitator: &x\n", "facilitator: !\n", "*a : b\n", "&a x: b\n",
    "facilitator: a\u{2028}b\nremote: 1\n", "facilitator: a\rb\nremote: 1\n", "minutes: ~\n", "facilitator: @x\n"
  ])
  func probe(_ rest: String) {
    let r = Given.with(rest)
    print(rest.prefix(60).debugDescription, "\n      ", r.errors.map { $0.report }.joined(separator: "\n       "), r.advised, r.plan == nil ? "nil" : "PLAN")
  }
  @Test func ex() throws {
    for f in ["saas-q3", "q3-review"] { for x in try PlanFile.read(path: "/work/shared/examples/\(f).yaml").faults { print(x.report) } }
    for t in ["", "# x\n", "- a\n", "abc\n", "{}", "--- \n", "\u{feff}parley: 2\n", "parley: 1\r\ntitle: \"\"\r\nfoo: x\r\n"] {
      print(t.debugDescription, PlanReading(text: t, name: "p").errors.map(\.report))
    }
  }
}
