import HeedModel
import HeedStore
import HeedTesting
import Testing

@testable import HeedDesk

/// A guest below an article has the article's site in place of an address of their own: a file about one of them tells of
/// that one alone.
@Suite struct GuestFileTests {
  private static let site = "blog.example"

  /// Gus and Una are guests of a site that is listened to; they spoke to us or only about us.
  private static func talk(toUs: Bool) async throws -> (TestDesk, ID<Handle>) {
    let test = try await TestDesk()
    try await test.says("Do you send saddles?", id: "g", by: "gus", toUs: toUs)
    try await test.says("My wicker basket broke.", id: "u", by: "una", toUs: toUs)
    try await test.says("Read https://blog.example/baskets, all of it.", id: "x", by: "xenia")
    for (number, id) in ["g", "u"].enumerated() {
      let author = try #require(try await test.post(id).author)
      try await test.database.write { sql in
        try sql.run(
          """
          UPDATE handles SET network = 'wordpress', remote_id = $2, address = $3, page = $4
          WHERE id = $1
          """,
          .integer(author.value), .text("\(site)#guest-\(number)"), .text(site),
          .text("https://\(site)/"))
      }
    }
    let now = test.clock.now()
    try await test.desk.record.write { tx in
      try tx.insert(
        Source(
          id: ID(77), network: NetworkName("wordpress"), kind: "comments", target: site,
          name: "Blog", addedAt: now, nextAt: now))
    }
    return (test, try #require(try await test.post("g").author))
  }

  @Test(arguments: [true, false])
  func aFileAboutOneGuestHoldsNothingOfTheOthers(_ toUs: Bool) async throws {
    let (test, gus) = try await Self.talk(toUs: toUs)
    let export =
      toUs
      ? try await test.desk.export(try await test.personOf("g"), by: test.lead)
      : try await test.desk.exportAsked(Self.site, gus, by: test.lead)
    let file = String(decoding: try export.json(), as: UTF8.self)
    #expect(file.contains("Do you send saddles?") && file.contains("guest-0"))
    for other in ["wicker", "guest-1", "una", "all of it", "\"sources\" : {"] {
      #expect(!file.contains(other), "\(other) is somebody else's")
    }
  }

  /// Whoever asks for the site finds its guests to choose from, and not all that names the site.
  @Test func whatNamesTheSiteIsNotAboutItsGuests() async throws {
    let (test, gus) = try await Self.talk(toUs: false)
    let asked = try await test.desk.askedAbout(Self.site, by: test.lead)
    #expect(asked.called.count == 2 && asked.called.contains { $0.handle.id == gus })
    #expect(asked.naming.isEmpty)
    #expect(!asked.rows.contains { $0.table == "sources" })
    try await test.desk.eraseAsked(Self.site, gus, by: test.lead)
    #expect(try await test.post("u").text.plain == "My wicker basket broke.")
    #expect(
      try await test.post("x").text.plain == "Read https://blog.example/baskets, all of it.")
  }

  /// Where nobody is called so, a whole place is no address of somebody: whoever comes there later would count as erased.
  @Test func aWholePlaceIsErasedForNobody() async throws {
    let test = try await TestDesk()
    let now = test.clock.now()
    try await test.desk.record.write { tx in
      try tx.insert(
        Source(
          id: ID(77), network: NetworkName("wordpress"), kind: "comments", target: Self.site,
          name: "Blog", addedAt: now, nextAt: now))
    }
    for typed in [Self.site, "https://www.blog.example/"] {
      #expect(
        await problem { try await test.desk.eraseAsked(typed, nil, by: test.lead) }?.field
          == "typed")
    }
    try await test.desk.eraseAsked("https://blog.example/guests/gus", nil, by: test.lead)
  }
}
