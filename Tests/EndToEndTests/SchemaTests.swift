import Foundation
import TerminalProbe
import TestFixtures
import Testing

@Suite("Schemas")
struct SchemaTests {
  static let canValidate = ForeignPython.has("jsonschema, yaml")

  @Test("are valid JSON Schema 2020-12, each with a name of its own", .enabled(if: canValidate))
  func valid() throws {
    let program = try Program()
    for subject in ["plan", "record", "config"] {
      #expect(try program.run("schema", subject, "-o", "\(subject).json").code == 0)
    }
    let answer = try ForeignPython.run(
      """
      import json, jsonschema
      for subject in ("plan", "record", "config"):
          schema = json.load(open(subject + ".json"))
          jsonschema.Draft202012Validator.check_schema(schema)
          print(schema["$id"])
      """, in: program)
    #expect(answer == "urn:parley:plan:1\nurn:parley:record:1\nurn:parley:config:1\n")
  }

  @Test("take every plan that check takes: examples, and what new writes", .enabled(if: canValidate))
  func plans() throws {
    let program = try Program()
    #expect(try program.run("schema", "plan", "-o", "plan.json").code == 0)
    var plans = [example("saas-q3.yaml"), example("q3-review.yaml")]
    for kind in [
      "alignment", "review", "check-in", "goals-only", "features-only", "decision-journal", "pre-mortem", "one-on-one",
    ] {
      #expect(try program.run("new", "\(kind).yaml", "--kind", kind).code == 0)
      plans.append(program.scratch.path("\(kind).yaml"))
    }
    plans += try program.shell("ls '\(fixture("journals"))'/*/plan.yaml").output.split(separator: "\n").map(String.init)
    program.scratch.write(plans.joined(separator: "\n"), to: "plans")
    let answer = try ForeignPython.run(
      """
      \(ForeignPython.yaml)
      validator = jsonschema.Draft202012Validator(json.load(open("plan.json")))
      foreign = 0
      for path in open("plans").read().split("\\n"):
          try:
              plan = load(path)
          except yaml.YAMLError:
              # PyYAML is of YAML 1.1, in which a question mark ends a word within braces.
              foreign += 1
              continue
          for error in validator.iter_errors(plan):
              print(path, list(error.absolute_path), error.message[:200])
      print(foreign < 5)
      """, in: program)
    #expect(answer == "True\n" && plans.count > 25, "\(answer)")
  }

  @Test(
    "refuse 200 changed plans where check refuses their shape, and take them where it does not",
    .enabled(if: canValidate))
  func changedPlans() throws {
    let program = try Program()
    #expect(try program.run("schema", "plan", "-o", "plan.json").code == 0)
    var chance = Chance(seed: 19)
    for number in 0..<200 {
      program.scratch.write(PlanMutation.plan(&chance), to: "changed-\(number).yaml")
    }
    let checks = try program.shell(
      "for n in $(seq 0 199); do $parley check changed-$n.yaml --json >check-$n.json 2>&1 || :; done")
    #expect(checks.code == 0)
    let answer = try ForeignPython.run(
      """
      import json, jsonschema, re
      validator = jsonschema.Draft202012Validator(json.load(open("plan.json")))
      # What the schema cannot know: ids elsewhere in the plan, the calendar, the machine's zones, a slip in a card's name.
      beyond = re.compile("there is no |stands on line|equals the baseline|before it begins|name of a seat"
          "|that this machine knows|not a key of `phrases`|exactly one person")
      shape = taken = 0
      for number in range(200):
          plan = json.load(open(f"changed-{number}.yaml"))
          faults = [f["message"] for f in json.load(open(f"check-{number}.json"))["faults"] if f["severity"] == "error"]
          shapes = [fault for fault in faults if not beyond.search(fault)]
          errors = [f"{list(e.absolute_path)} {e.message[:120]}" for e in validator.iter_errors(plan)]
          shape += bool(shapes)
          taken += not faults
          if bool(shapes) and not errors or errors and not faults:
              print(number, faults, errors)
      print(shape > 60, taken > 20)
      """, in: program)
    #expect(answer == "True True\n", "\(answer)")
  }

  @Test("take every record that a kept session gives, with every key and no other", .enabled(if: canValidate))
  func records() throws {
    let program = try Program()
    #expect(try program.run("schema", "record", "-o", "record.json").code == 0)
    #expect(try program.playExample().code == 0)
    #expect(
      try program.run("play", example("q3-review.yaml"), example("q3-review.script"), "--store", program.store).code
        == 0)
    let script = """
      n=0
      for session in "$PARLEY_STORE"/*.parley '\(fixture("journals"))'/*/session.parley; do
        [ -e "$session" ] || continue
        n=$((n+1)); cp "$session" in.parley; $parley record ./in.parley --format json > record-$n.json || true
      done
      """
    _ = try program.shell(script)
    let answer = try ForeignPython.run(
      """
      import glob, json, jsonschema
      validator = jsonschema.Draft202012Validator(json.load(open("record.json")))
      files = glob.glob("record-*.json") + glob.glob("\(fixture(".."))/ParleyDocumentsTests/Golden/*.json")
      seen = 0
      for path in files:
          try:
              record = json.load(open(path))
          except ValueError:
              continue
          if not isinstance(record, dict) or "parkingLot" not in record:
              continue
          seen += 1
          for error in validator.iter_errors(record):
              print(path, list(error.absolute_path), error.message[:200])
          record["surprise"] = 1
          if validator.is_valid(record):
              print(path, "takes a key that it does not know")
      print(seen >= 4)
      """, in: program)
    #expect(answer == "True\n", "\(answer)")
  }

  @Test(
    "take the commented settings once every line of them holds", .enabled(if: ForeignPython.has("jsonschema, tomllib")))
  func settings() throws {
    let program = try Program()
    #expect(try program.run("schema", "config", "-o", "config.json").code == 0)
    #expect(
      try program.shell("$parley config | sed -n 's/^# \\([a-z[][^ ]* = .*\\|\\[.*\\]\\)$/\\1/p' > all.toml").code == 0)
    let answer = try ForeignPython.run(
      """
      import json, jsonschema, tomllib
      validator = jsonschema.Draft202012Validator(json.load(open("config.json")))
      settings = tomllib.load(open("all.toml", "rb"))
      for error in validator.iter_errors(settings):
          print(list(error.absolute_path), error.message[:200])
      for table in settings, settings["keys"], settings["phrases"], settings["defaults"]:
          table["zzz"] = 1
          print(validator.is_valid(settings), len(table) > 2)
          del table["zzz"]
      """, in: program)
    #expect(answer == String(repeating: "False True\n", count: 4), "\(answer)")
  }
}
