import ParleyPlan
import Testing

@Suite("The zone of this machine")
struct MachineZoneTests {
  @Test(
    "is what TZ says, else where the system's link leads, and none where that is no zone",
    arguments: [
      ("Asia/Tokyo", "/usr/share/zoneinfo/Europe/Berlin", "Asia/Tokyo"), (":Europe/Paris", nil, "Europe/Paris"),
      (nil, "/usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin"), ("", "../usr/share/zoneinfo/Etc/UTC", "Etc/UTC"),
      ("EST5EDT4", "/usr/share/zoneinfo/Europe/Berlin", nil), ("Europe/Nowhere", nil, nil), (nil, "/etc/zone", nil),
      (nil, nil, nil),
    ] as [(String?, String?, String?)])
  func name(said: String?, link: String?, name: String?) { #expect(MachineZone.name(said: said, link: link) == name) }
}
