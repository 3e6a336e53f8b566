extension Goal {
  var json: JSON {
    .compact(
      ("id", JSON(id)), ("name", .string(name)), ("timeframe", JSON(timeframe)),
      ("metrics", .array(metrics.map(\.json))), ("rationale", JSON(rationale)), ("owner", JSON(owner)),
      ("raci", raci?.json ?? .null), ("boundary", .choice(boundary)), ("features", .array(features.map(\.json))),
      ("capacity", JSON(capacity)), ("last", last?.json ?? .null))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      id: try fields.id("id"), name: try fields.text("name"), timeframe: fields.optionalID("timeframe"),
      metrics: try fields.list("metrics", Metric.init(fields:)), rationale: fields.optionalText("rationale"),
      owner: fields.optionalID("owner"), boundary: fields.optionalChoice("boundary"),
      features: try fields.list("features") { fields throws(CodingFault) in
        Feature(id: try fields.id("id"), name: try fields.text("name"))
      }, capacity: fields.optionalInt("capacity"))
    if fields.has("raci") { raci = RACI(fields: try fields.object("raci")) }
    if fields.has("last") { last = try LastPeriod(fields: fields.object("last")) }
  }
}

extension Metric {
  var json: JSON {
    .compact(
      ("name", .string(name)), ("unit", JSON(unit)), ("baseline", JSON(baseline)), ("target", JSON(target)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      name: try fields.text("name"), unit: fields.optionalText("unit"), baseline: try fields.double("baseline"),
      target: try fields.double("target"))
  }
}

extension Feature {
  var json: JSON { ["id": JSON(id), "name": .string(name)] }
}

extension RACI {
  var json: JSON {
    .compact(
      ("accountable", JSON(accountable)), ("responsible", JSON(responsible)), ("consulted", JSON(consulted)),
      ("informed", JSON(informed)))
  }

  init(fields: Fields) {
    self.init(
      accountable: fields.optionalID("accountable"), responsible: fields.ids("responsible"),
      consulted: fields.ids("consulted"), informed: fields.ids("informed"))
  }
}

extension LastPeriod {
  var json: JSON {
    .compact(
      ("target", JSON(target)), ("actual", JSON(actual)), ("because", JSON(because)), ("result", .choice(result)))
  }

  init(fields: Fields) throws(CodingFault) {
    self.init(
      target: try fields.double("target"), actual: try fields.double("actual"),
      because: fields.optionalText("because"), result: try fields.choice("result"))
  }
}
