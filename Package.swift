// swift-tools-version: 6.2
import PackageDescription

// Swift's own libraries are linked in: to find and relocate them costs a start 11 ms, and 4 MB in each process.
let runtime = ["-static-stdlib"]
// They are linked in, so that no folder has to be searched for them.
let unsearched = ["-no-toolchain-stdlib-rpath"]
// Linked in they export all names of the program, as if it had plugins: 2 MB, which each start reads through.
let unexported = ["-Xlinker", "--no-export-dynamic"]
let release = BuildSettingCondition.when(configuration: .release)

// A section a function, so that the linker leaves out those that nothing calls.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error), .unsafeFlags(["-Xfrontend", "-function-sections"], release),
]

// Each target may import only what stands in its row; Tests/HouseTests reads the sources and holds it.
let package = Package(
  name: "parley",
  products: [
    .executable(name: "parley", targets: ["parley"]),
    // Loaded before a program by tests of faulty disks and clocks.
    .library(name: "parley-faults", type: .dynamic, targets: ["CFaults"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "CNcurses"),
    .target(name: "CLinux"),
    .target(name: "CMail"),
    .target(name: "CSHA256"),
    // Linked in: to find one more library would cost each start, and it is small.
    .target(
      name: "CYAML",
      linkerSettings: [
        .linkedLibrary(":libyaml.a", .when(platforms: [.linux])), .linkedLibrary("yaml", .when(platforms: [.macOS])),
      ]),
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
    // So is the wording of documents: of each language that comes with the program, one file.
    .target(
      name: "ParleyCore", resources: ["en", "de", "fr"].map { .embedInCode("Wording/\($0).toml") },
      swiftSettings: strict),
    .target(
      name: "ParleyPlan", dependencies: ["ParleyCore", "CYAML"], swiftSettings: strict),
    .target(
      name: "ParleyJournal",
      dependencies: ["ParleyCore", "CSHA256", "CSQLite"],
      swiftSettings: strict),
    .target(
      name: "ParleyDocuments", dependencies: ["ParleyCore", "CMail"], swiftSettings: strict),
    .target(name: "ParleyWire", dependencies: ["ParleyCore", "CLinux"], swiftSettings: strict),
    .target(
      name: "ParleyHost", dependencies: ["ParleyCore", "ParleyJournal", "ParleyWire", "CLinux"],
      swiftSettings: strict),
    .target(name: "ParleyTerminal", dependencies: ["CNcurses", "CLinux"], swiftSettings: strict),
    // The themes are compiled in: an installed program needs no files, and looks for none at its start.
    .target(
      name: "ParleyScreens", dependencies: ["ParleyCore", "ParleyTerminal"],
      resources: ["parley-dark", "light", "high-contrast", "colour-blind"].map { .embedInCode("themes/\($0).toml") },
      swiftSettings: strict),
    .target(
      name: "ParleyUI",
      dependencies: ["ParleyCore", "ParleyWire", "ParleyTerminal", "ParleyScreens"],
      swiftSettings: strict),
    .executableTarget(
      name: "parley",
      dependencies: [
        "ParleyCore", "ParleyPlan", "ParleyJournal", "ParleyDocuments", "ParleyWire", "ParleyHost",
        "ParleyTerminal", "ParleyScreens", "ParleyUI", "CLinux",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict + [.unsafeFlags(runtime, release)],
      linkerSettings: [.unsafeFlags(runtime + unsearched + unexported, release)]),
    .target(
      name: "TestFixtures", dependencies: ["ParleyCore"], path: "Tests/TestFixtures", swiftSettings: strict),
    .target(name: "CVterm", path: "Tests/CVterm"),
    .target(name: "CFaults", path: "Tests/CFaults"),
    .target(
      name: "TerminalProbe", dependencies: ["CVterm", "CLinux"], path: "Tests/TerminalProbe",
      swiftSettings: strict),
    .testTarget(name: "ParleyCoreTests", dependencies: ["ParleyCore", "TestFixtures"], swiftSettings: strict),
    .testTarget(name: "ParleyPlanTests", dependencies: ["ParleyPlan", "TestFixtures"], swiftSettings: strict),
    .testTarget(
      name: "ParleyJournalTests", dependencies: ["ParleyJournal", "TestFixtures", "TerminalProbe", "journal-writer"],
      swiftSettings: strict),
    .executableTarget(
      name: "journal-writer", dependencies: ["ParleyCore", "ParleyJournal"],
      path: "Tests/JournalWriter", swiftSettings: strict),
    .testTarget(
      name: "ParleyDocumentsTests", dependencies: ["ParleyDocuments", "ParleyPlan", "TestFixtures"],
      exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(name: "ParleyWireTests", dependencies: ["ParleyWire", "TestFixtures"], swiftSettings: strict),
    .testTarget(
      name: "ParleyHostTests",
      dependencies: ["ParleyHost", "ParleyPlan", "TestFixtures", "TerminalProbe", "CVterm", "parley"],
      swiftSettings: strict),
    .testTarget(
      name: "ParleyTerminalTests",
      dependencies: ["ParleyTerminal", "TerminalProbe", "CLinux", "terminal-sample"], swiftSettings: strict),
    .executableTarget(
      name: "terminal-sample", dependencies: ["ParleyTerminal", "CLinux"],
      path: "Tests/TerminalSample", swiftSettings: strict),
    .target(
      name: "ScreenFixtures", dependencies: ["ParleyCore", "ParleyTerminal", "ParleyScreens", "TestFixtures"],
      path: "Tests/ScreenFixtures", swiftSettings: strict),
    .testTarget(
      name: "ParleyScreensTests", dependencies: ["ParleyScreens", "ScreenFixtures"], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "ParleyUITests",
      dependencies: ["ParleyUI", "ParleyHost", "ParleyJournal", "ScreenFixtures", "TestFixtures"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["ParleyCore", "ParleyJournal", "TestFixtures", "TerminalProbe", "parley"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(name: "HouseTests", dependencies: [], swiftSettings: strict),
    .executableTarget(
      name: "parley-bench",
      dependencies: [
        "ParleyCore", "ParleyWire", "TerminalProbe", "CVterm", "parley",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Benchmark", swiftSettings: strict),
  ]
)

// libFuzzer brings a `main` of its own, which no other build has: `Tests/Fuzz/fuzz` asks for this one.
if Context.environment["PARLEY_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "parley-fuzz",
      dependencies: [
        "ParleyCore", "ParleyPlan", "ParleyDocuments", "ParleyWire", "ParleyTerminal", "ParleyScreens", "ParleyUI",
        "TestFixtures",
      ],
      path: "Tests/Fuzz", exclude: ["Corpora", "fuzz"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
