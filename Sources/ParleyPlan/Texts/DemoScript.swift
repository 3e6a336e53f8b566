/// The first half hour of the demonstration.
public enum DemoScript {
  /// Commands for the plan of ``DemoPlan``. They end in the middle of the third goal, with one person still silent.
  public static let text = """
    next                                  # the boundary
    +02:40 next                           # the context
    +06:30 next                           # the first goal
    +02:10 dot ops green
    dot tech green
    dot sales green
    dot cfo yellow layer=metric note="Eight points in one winter quarter?"
    dot ceo green
    +03:20 request "A live map for merchants" by=sales
    +01:30 confirm condition="No extra vans"
    next                                  # the second goal
    +01:20 dot ops green
    dot tech yellow layer=features note="Crates alone will not do it"
    dot sales green
    dot ceo green
    +04:00 propose riders "Riders who stay through the winter" timeframe=q4 metric="Riders who stay six months" unit="%" baseline=55 target=70 displacing=merchants:q1
    dot cfo green
    +03:40 adjust damage target=5 because="The crates arrive in November"
    +00:50 park "Who repairs crates at night?" by=tech kind=question owner=ops due=+7d
    next                                  # the goal that was found missing
    +01:10 dot ops green
    dot tech abstain
    +01:25 dot sales red layer=horizon cause=timeline note="Merchants cannot wait until spring"
    dot cfo yellow layer=metric note="What does one who stays cost us?"
    +01:05 note "Femi and Hanna want the cost of a lost rider"
    """ + "\n"
}
