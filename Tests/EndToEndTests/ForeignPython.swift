import TerminalProbe
import Testing

/// The system's Python, whose readers of JSON Schema, YAML and TOML know nothing of Parley.
enum ForeignPython {
  /// Whether a script with these modules can be run here.
  static func has(_ modules: String) -> Bool {
    (try? Run([interpreter, "-c", "import \(modules)"], timeout: 60).code) == 0
  }

  /// What a script prints that runs in the program's folder; fails with what it complains of.
  static func run(_ script: String, in program: Program) throws -> String {
    program.scratch.write(script, to: "script.py")
    let run = try program.shell("\(interpreter) script.py")
    #expect(run.code == 0, "\(run.errors)")
    return run.output
  }

  /// The system's own, which has the modules that packages of the system bring.
  private static let interpreter = "/usr/bin/python3"

  /// Defines `load(path)`, which reads YAML as editors do: by the core schema of YAML 1.2, in which `no` is a text and a
  /// date is one too.
  static let yaml = """
    import json, re, jsonschema, yaml
    class Core(yaml.SafeLoader):
        pass
    Core.yaml_implicit_resolvers = {}
    for tag, pattern, first in (
        ("bool", "^(true|True|TRUE|false|False|FALSE)$", list("tTfF")),
        ("null", "^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
        ("int", "^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789")),
        ("float", "^[-+]?(\\\\.[0-9]+|[0-9]+(\\\\.[0-9]*)?)([eE][-+]?[0-9]+)?$", list("-+.0123456789")),
    ):
        Core.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), first)
    def load(path):
        return yaml.load(open(path, encoding="utf-8"), Core)
    """
}
