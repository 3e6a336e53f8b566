/// The session that `parley demo` opens: a plan, its private file, and a script that leads to the middle of the
/// third goal.
public enum DemoPlan {
  /// The plan: a delivery company of sixty people plans its last quarter.
  public static let text = beginning + people + goals

  private static let beginning = """
    # Sixty people deliver parcels by cargo bike. Autumn was good, the winter will be hard.
    parley: 1
    title: Q4 alignment
    kind: alignment
    starts: 2027-09-27 14:00
    minutes: 90
    facilitator: Noor Haddad
    note-taker: Piet Maas

    context:
      context: Parcels grew by a third since spring, and one in seven arrives late.
      conflict: Every new merchant makes the late ones later, and riders leave before the winter.
      resolution: Three outcomes for Q4, in an order that all of us can repeat.
      evidence: In August 61 of 100 complaints were about lateness, 22 about damage.

    boundary:
      decided: [The budget of Q4, No new city before spring]
      open: [Which goals Q4 carries, Their order, Their targets]
      out-of-scope: [Prices]

    timeframes:
      - {id: q4, name: Q4 2027, from: 2027-10-01, to: 2027-12-31, capacity: 3}
      - {id: q1, name: Q1 2028, from: 2028-01-01, to: 2028-03-31, capacity: 3}

    """

  private static let people = """

    stakeholders:
      - id: ops
        name: Ilse Brandt
        role: Head of Operations
        metric: on-time deliveries
        authority: advises
      - id: tech
        name: Tomás Ruiz
        role: Head of Engineering
        metric: fleet availability
        authority: advises
      - id: sales
        name: Femi Adeyemi
        role: Head of Merchants
        metric: active merchants
        authority: advises
      - id: cfo
        name: Hanna Virtanen
        role: CFO
        metric: damage per parcel
        authority: veto
      - id: ceo
        name: Jonas Keller
        role: CEO
        metric: on-time rate
        authority: decides

    """

  private static let goals = """

    goals:
      - id: on-time
        name: Deliver when we said
        timeframe: q4
        metric: {name: On-time deliveries, unit: "%", baseline: 86, target: 94}
        rationale: Merchants leave us over lateness twice as often as over price.
        owner: ops
        raci: {accountable: ops, responsible: [tech], informed: [sales, ceo]}
        features:
          - {id: slots, name: Delivery slots of one hour}
          - {id: routing, name: Routes that know the roadworks}
      - id: damage
        name: Fewer damaged parcels
        timeframe: q4
        metric: {name: Damaged parcels per thousand, baseline: 9, target: 4}
        rationale: A damaged parcel costs what forty deliveries earn.
        owner: ops
        raci: {accountable: ops, responsible: [tech], consulted: [cfo], informed: [ceo]}
        features:
          - {id: crates, name: Padded crates}
      - id: merchants
        name: Win the merchants next door
        timeframe: q4
        metric: {name: Active merchants, unit: merchants, baseline: 120, target: 180}
        rationale: Short ways earn more than long ones.
        owner: sales
        raci: {accountable: sales, responsible: [tech], informed: [ops, ceo]}
        features:
          - {id: sign-up, name: Sign-up in one visit}
          - {id: labels, name: Labels from the till}
      - id: fleet
        name: Keep the bikes on the road
        timeframe: q1
        metric: {name: Fleet availability, unit: "%", baseline: 78, target: 90}
        rationale: On a cold day every fourth bike stays in the depot.
        owner: tech
        raci: {accountable: tech, responsible: [ops], consulted: [cfo], informed: [ceo]}
        features:
          - {id: batteries, name: Warm battery racks}

    parking-lot:
      - {text: A bell that can be heard in traffic, by: ops, kind: idea}

    timeboxes: {boundary: 3, context: 6, goal: 10, priorities: 10, features: 4, read-back: 10}
    """ + "\n"

  /// The facilitator's private notes.
  public static let privateText = """
    ops:
      influence: medium
      interest: Days without surprises
      alignment: aligned
      met: 2027-09-21
      salience: [legitimacy, urgency]
      message: Every late parcel is one that your people apologise for.
    tech:
      influence: medium
      interest: Time to mend what is patched
      alignment: neutral
      met: 2027-09-22
      objections: [Nothing in Q4 is about the bikes]
      salience: [legitimacy]
    sales:
      influence: high
      interest: Growth before the winter sales
      alignment: misaligned
      met: 2027-09-22
      objections: [Merchants cannot wait until spring]
      requests: [Labels from the till]
      salience: [power, urgency]
      message: A merchant who stays is worth two who try us once.
    cfo:
      influence: very-high
      interest: A winter without a loss
      alignment: neutral
      met: 2027-09-20
      salience: [power, legitimacy]
    ceo:
      influence: very-high
      interest: One promise, kept
      alignment: aligned
      met: 2027-09-20
      salience: [power, legitimacy]
      survey: {outcome: We are known for being on time, worry: We win merchants and lose them again}
    """ + "\n"
}
