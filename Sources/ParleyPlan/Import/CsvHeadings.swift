// The two lists of an import that people read as well: what a column can mean, and which headings mean it. The importer
// knows no others.
extension CsvColumns.Field {
  /// What the column holds, and what becomes of it.
  public var does: String {
    switch self {
    case .key: "the key by which other rows refer to this one"
    case .name: "what the goal or the feature is called"
    case .type: "epic, goal, initiative: such a row is a goal; anything else is a feature"
    case .goal: "the goal that the row serves, by key or by name"
    case .parent: "the row above this one, by key or by name; it may be a goal"
    case .parentName: "what the row above is called, where `parent` is its key"
    case .partOf: "the task of which this one is a part"
    case .section: "a section of a board: goals, steps of the work, or times, as its names say"
    case .owner: "who answers for it"
    case .email: "their address"
    case .by: "who asked for it"
    case .due: "by when it is wanted"
    case .status: "how far it is: done, cancelled and archived rows are no open features"
    case .timeframe: "where it stands on the roadmap"
    case .sprint: "a time too short for a roadmap; kept as a remark"
    case .labels: "kept as a remark"
    case .notes: "kept as a remark, or as the reason of a goal without one"
    case .rationale: "why now"
    case .metric: "what is counted"
    case .unit: "in what"
    case .baseline: "what it is today"
    case .target: "what it is to be"
    case .url: "where it is in the other tool"
    case .done: "anything in it but a no means that the row is done, cancelled or archived"
    case .ignore: "left out on purpose"
    }
  }

  /// The exported headings with this meaning, in lower case. Of several columns with one meaning the one that stands
  /// first here counts first.
  public var headings: [String] { Self.known[self] ?? [] }

  private static let known: [Self: [String]] = [
    .key: [
      "issue key", "key", "identifier", "feature reference #", "reference #", "reference", "id", "issue id",
      "card id", "task id", "number", "uuid",
      "item id", "task custom id", "vorgangsschlüssel", "schlüssel", "vorgangs-id", "nummer", "nr.", "clé de ticket",
      "clé", "numéro",
    ],
    .name: [
      "summary", "title", "name", "card name", "task name", "feature name", "feature", "idea name", "item", "task",
      "feature/component",
      "zusammenfassung", "titel", "bezeichnung", "aufgabe", "maßnahme", "vorhaben", "funktion", "résumé", "titre",
      "nom", "tâche", "fonctionnalité",
    ],
    .type: [
      "issue type", "type", "entity type", "hierarchy level", "card type", "level", "work item type",
      "task type", "vorgangstyp", "typ", "type de ticket",
    ],
    .goal: [
      "goal", "goal name", "goals", "objective", "objectives", "strategic goal", "outcome", "outcomes", "theme",
      "project", "initiative", "initiatives", "initiative name", "epic link", "epic", "epic name", "master feature",
      "ziel", "ziele", "objectif", "objectifs",
    ],
    .parent: [
      "parent key", "parent", "parent id", "parent feature",
      "übergeordnet", "übergeordneter vorgang",
    ],
    .parentName: ["parent summary", "parent name", "parent title"],
    .partOf: ["parent issue", "parent task", "parent card", "parent item"],
    .section: ["section/column", "list name", "list", "section", "bucket name", "bucket", "group"],
    .owner: [
      "owner", "goal owner", "assignee", "assignees", "assigned to", "members", "feature owner",
      "feature assigned to", "assigned to user", "lead", "dri",
      "person", "people", "verantwortlich", "verantwortliche", "verantwortlicher", "verantwortliche person",
      "zuständig", "zugewiesene person", "bearbeiter", "responsable", "personne assignée", "assigné à", "porteur",
    ],
    .email: [
      "owner email", "assignee email", "email",
      "e-mail", "e-mail-adresse", "adresse e-mail",
    ],
    .by: [
      "reporter", "creator", "created by", "requester", "submitted by", "created by user",
      "autor", "ersteller", "rapporteur", "auteur",
    ],
    .due: [
      "due date text", "due date", "due", "target date", "end date", "timeframe end", "due on", "deadline",
      "release date",
      "feature due date", "feature end date",
      "timeline - end", "fällig am", "fällig", "fälligkeitsdatum", "fälligkeit", "frist", "termin", "bis",
      "échéance", "date d'échéance", "date d’échéance", "date limite",
    ],
    .status: [
      "status", "state", "workflow status", "feature status",
      "zustand", "statut", "état",
    ],
    .timeframe: [
      "timeframe", "quarter", "horizon", "period", "release", "release name", "fix version/s", "fix versions",
      "milestone",
      "quartal", "zeitraum", "halbjahr", "trimestre", "période",
    ],
    .sprint: [
      "sprint", "cycle name", "iteration", "project milestone",
      "iteration path",
    ],
    .labels: [
      "labels", "tags", "label", "tag", "feature tags",
      "stichwörter", "stichworte", "schlagwörter", "étiquettes",
    ],
    .notes: [
      "description", "notes", "card description", "feature description", "details",
      "task content", "long description", "beschreibung", "anmerkung", "anmerkungen", "bemerkung", "notizen",
      "commentaire", "remarques",
    ],
    .rationale: [
      "rationale", "why", "why now", "reason",
      "begründung", "warum", "warum jetzt", "pourquoi", "justification",
    ],
    .metric: [
      "metric", "success metric", "key result", "key results", "kpi", "measure",
      "kennzahl", "messgröße", "metrik", "schlüsselergebnis", "indicateur", "indicateur clé", "résultat clé",
      "mesure",
    ],
    .unit: [
      "unit", "units",
      "einheit", "unité",
    ],
    .baseline: [
      "baseline", "current value", "current", "start value", "start", "from", "today",
      "istwert", "ist-wert", "ist", "aktueller wert", "aktuell", "heute", "ausgangswert", "startwert",
      "valeur actuelle", "actuel", "aujourd'hui", "aujourd’hui", "valeur initiale", "valeur de départ", "départ",
    ],
    .target: [
      "target", "target value", "goal value", "to",
      "zielwert", "sollwert", "soll-wert", "soll", "valeur cible", "cible",
    ],
    .url: [
      "url", "card url", "issue url", "feature url", "link", "permalink",
      "lien",
    ],
    .done: [
      "completed at", "completed", "canceled", "cancelled", "archived", "resolved", "resolution", "status category",
      "due complete", "closed at", "closed",
      "date closed", "erledigt am", "erledigt", "abgeschlossen", "archiviert", "lösung", "terminé", "résolution",
    ],
    .ignore: [
      "created", "created at", "updated", "last modified", "last viewed", "last activity date", "project key",
      "project name", "project type", "project lead", "project lead id", "project description", "project url",
      "project id", "project milestone id", "projects", "board id", "board name", "list id", "team", "team id",
      "assignee id", "watchers", "votes", "vote count", "comment count", "rank", "epic color", "epic status",
      "attachment count", "sla status", "started", "triaged", "cycle number", "cycle start", "cycle end",
      "checklist item total count", "checklist item completed count", "time in status (minutes)", "repository",
      "area path", "date created", "date created text", "date updated", "attachments", "folder name/path",
      "space name", "time estimated", "time estimated text", "checklists", "comments", "assigned comments",
      "time spent", "time spent text", "rolled up time", "subitems", "sub-issues progress", "erstellt",
      "aktualisiert",
    ],
  ]
}
