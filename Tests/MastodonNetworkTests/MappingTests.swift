import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import MastodonNetwork
import Testing

@Suite struct MappingTests {
  @Test func aMentionSpeaksToUsAndNamesWhomItMentions() async throws {
    let far = MastodonFixture()
    let id = far.double.post(by: far.ana, "@shop do you have #BlueBells?", language: "pt")
    let heard = try await far.network.listen(to: far.source("mentions"))
    let post = try #require(heard.events.posts.first)
    #expect(post.toUs)
    #expect(post.reference == far.reference(id, address: true))
    #expect(post.author.remoteID == RemoteID("acct:ana@bolha.example"))
    #expect(post.author.address == "@ana@bolha.example")
    #expect(post.author.name == "Ana")
    #expect(post.mentions == [RemoteID("acct:shop@social.example")])
    #expect(post.language == "pt")
    #expect(post.visibility == .public)
    #expect(
      post.text
        == RichText([
          .paragraph([
            .mention(handle: "@shop@social.example", to: "https://social.example/@shop"),
            .text(" do you have "),
            .tag(name: "bluebells", to: "https://social.example/tags/BlueBells"), .text("?"),
          ])
        ]))
  }

  /// Another server may give a post any time; when ours told us of it is its own word.
  @Test func whoWritesLongAgoWaitsSinceTheyWereHeard() async throws {
    let far = MastodonFixture()
    let now = far.clock.now()
    far.double.post(by: far.ana, "@shop first", at: now - .days(400))
    far.double.post(by: far.ana, "@shop second", at: now - .hours(3))
    let heard = try await far.network.listen(to: far.source("mentions"))
    let times = Dictionary(
      heard.events.posts.map { ($0.text.plain.suffix(6).description, $0.publishedAt) }
    ) { $1 }
    #expect(times[" first"].map { $0 >= now } == true)
    #expect(times["second"] == now - .hours(3))
  }

  @Test func anAnswerToOursSpeaksToUsAlsoWithoutAMention() async throws {
    let far = MastodonFixture()
    let ours = far.double.post(by: far.shop, "We are open.")
    far.double.post(by: far.ana, "Good.", inReplyTo: ours)
    let heard = try await far.network.listen(to: far.source("home"))
    let answer = try #require(heard.events.posts.last)
    #expect(answer.toUs)
    #expect(answer.parent == far.reference(ours).remoteID)
    #expect(heard.events.posts.first?.toUs == false, "our own words do not speak to us")
  }

  @Test(arguments: [
    ("public", Visibility.public), ("unlisted", .unlisted), ("private", .followers),
    ("direct", .private),
  ])
  func visibilityIsKept(_ word: String, _ visibility: Visibility) async throws {
    let far = MastodonFixture()
    far.double.post(by: far.ana, "@shop a word", visibility: word)
    let heard = try await far.network.listen(to: far.source("mentions"))
    #expect(heard.events.posts.map(\.visibility) == [visibility])
  }

  @Test func aWarningAndAPictureComeAlong() async throws {
    let far = MastodonFixture()
    far.double.post(by: far.ana, "@shop look", warning: "spiders", picture: "a spider on a bell")
    let heard = try await far.network.listen(to: far.source("mentions"))
    let post = try #require(heard.events.posts.first)
    #expect(post.warning == "spiders")
    #expect(post.media.map(\.kind) == [.image])
    #expect(post.media.map(\.alternative) == ["a spider on a bell"])
  }

  @Test func aBoostIsAReactionOnTheOriginalAndNeverAPost() async throws {
    let far = MastodonFixture()
    let ben = far.double.person("ben@bolha.example")
    let original = far.double.post(by: far.ana, "Hear, hear.")
    far.double.boost(original, by: ben)
    let heard = try await far.network.listen(to: far.source("home"))
    #expect(Set(heard.events.posts.map(\.reference.remoteID)) == [far.reference(original).remoteID])
    #expect(heard.events.reactions.map(\.kind) == [.shared])
    #expect(heard.events.reactions.map(\.post) == [far.reference(original).remoteID])
    #expect(heard.events.reactions.map(\.by.address) == ["@ben@bolha.example"])
  }

  @Test(arguments: MastodonManner.all)
  func everybodyWhoLikedIsNamedAlsoWhenGrouped(_ manner: MastodonManner) async throws {
    let far = MastodonFixture(manner)
    let ours = far.double.post(by: far.shop, "New bells are in.")
    var people: Set<String> = []
    for number in 0..<5 {
      let person = far.double.person("fan\(number)@bolha.example")
      far.double.favourite(ours, by: person)
      people.insert("@fan\(number)@bolha.example")
    }
    far.double.boost(ours, by: far.ana)
    let heard = try await far.network.listen(to: far.source("mentions"))
    #expect(Set(heard.events.reactions.filter { $0.kind == .liked }.map(\.by.address)) == people)
    #expect(
      heard.events.reactions.filter { $0.kind == .shared }.map(\.by.address)
        == ["@ana@bolha.example"])
    #expect(heard.events.reactions.allSatisfy { $0.post == far.reference(ours).remoteID })
  }

  @Test func aQuoteNamesWhatItQuotes() async throws {
    let far = MastodonFixture()
    let ours = far.double.post(by: far.shop, "New bells are in.")
    far.double.post(by: far.ana, "@shop at last", quoting: ours)
    let heard = try await far.network.listen(to: far.source("mentions"))
    #expect(heard.events.posts.map(\.quoted) == [far.reference(ours).remoteID])
  }

  @Test func programsAndThoseWhoOptedOutAreMarked() async throws {
    let far = MastodonFixture()
    let people = [
      far.double.person("a@bolha.example", isBot: true),
      far.double.person("b@bolha.example", noIndex: true),
      far.double.person("c@bolha.example", indexable: false),
      far.double.person("d@bolha.example", note: "<p>Potter. #<span>NoBot</span></p>"),
      far.double.person("e@bolha.example", note: "<p>No bother.</p>", indexable: true),
    ]
    for person in people {
      far.clock.advance(by: .seconds(1))
      far.double.post(by: person, "#bells")
    }
    let source = far.source("tag", "social.example/bells", isOurs: false)
    let posts = try await far.network.listen(to: source).events.posts
    #expect(posts.map(\.author.isBot) == [true, false, false, false, false])
    #expect(posts.map(\.author.optedOut) == [false, true, true, true, false])
  }

  @Test func somebodyWhoMovedTakesTheirHandleAlong() async throws {
    let far = MastodonFixture()
    let old = far.double.person("lia")
    far.double.moves(old, to: far.double.person("lia@novo.example"))
    far.double.post(by: old, "@shop I moved")
    let heard = try await far.network.listen(to: far.source("mentions"))
    let moves = heard.events.compactMap { event -> [String]? in
      if case .moved(let from, let to) = event { [from.address, to.address] } else { nil }
    }
    #expect(moves == [["@lia@social.example", "@lia@novo.example"]])
  }

  /// Their own server says so, and nobody asked the other account.
  @Test func whoIsSaidElsewhereToHaveMovedIsJoinedToNobody() async throws {
    let far = MastodonFixture()
    let mallory = far.double.person("mallory@evil.example")
    far.double.moves(mallory, to: far.ana)
    far.double.post(by: mallory, "@shop it is me, Ana")
    let heard = try await far.network.listen(to: far.source("mentions"))
    #expect(heard.events.posts.map(\.author.address) == ["@mallory@evil.example"])
    #expect(heard.events.count == 1)
  }

  @Test func firstWordsOfStrangersHeldBackByAFilterAreReadToo() async throws {
    let far = MastodonFixture()
    far.double.post(by: far.ana, "@shop do you hear me?", isFiltered: true)
    let heard = try await far.network.listen(to: far.source("mentions"))
    #expect(heard.events.posts.map(\.toUs) == [true])
  }

  @Test func theSamePostThroughTwoServersHasOneName() async throws {
    let clock = ManualClock()
    let other = MastodonDouble(host: "bolha.example", manner: .gotosocial, clock: clock)
    let far = MastodonFixture(besides: [other], clock: clock)
    let id = far.double.post(by: far.ana, "@shop hello")
    let here = try await far.network.listen(to: far.source("mentions")).events.posts
    #expect(here.map(\.reference.remoteID.rawValue) == [far.double.uri(of: id)])
    #expect(here.first?.reference.local == "social.example/" + id)
  }

  @Test func aListOfAnotherServerIsAskedWithoutTheAccountsRight() async throws {
    let clock = ManualClock()
    let other = MastodonDouble(host: "bolha.example", clock: clock)
    let far = MastodonFixture(besides: [other], clock: clock)
    let ana = other.person("ana")
    other.post(by: ana, "#bells")
    for (kind, target) in [("local", ""), ("tag", "/bells"), ("profile", "/ana")] {
      let source = far.source(kind, "bolha.example" + target)
      let heard = try await far.network.listen(to: source)
      #expect(heard.events.posts.map(\.author.address) == ["@ana@bolha.example"], "\(kind)")
    }
    #expect(!other.requests.contains { $0.headers.contains { $0.name == "Authorization" } })
  }

  @Test func aParentThatTheServerDoesNotShowIsUnseenThere() async throws {
    let far = MastodonFixture()
    let secret = far.double.post(by: far.ana, "Between us.", visibility: "direct")
    let answer = far.double.post(by: far.ana, "@shop as I said", inReplyTo: secret)
    let heard = try await far.network.listen(to: far.source("mentions"))
    let post = try #require(heard.events.posts.last)
    #expect(post.reference.remoteID == far.reference(answer).remoteID)
    #expect(post.parent == RemoteID("unseen:social.example/" + secret))
  }

  @Test func parentsAreAskedForTogetherWhereThatIsKnown() async throws {
    let far = MastodonFixture()
    for number in 0..<15 {
      let parent = far.double.post(by: far.ana, "Number \(number)")
      far.double.post(by: far.ana, "@shop and number \(number)", inReplyTo: parent)
    }
    let posts = try await far.network.listen(to: far.source("mentions")).events.posts
    #expect(posts.count == 15)
    #expect(posts.allSatisfy { $0.parent?.rawValue.hasPrefix("https://") == true })
    let asked = far.double.requests.filter { $0.address.contains("/api/v1/statuses") }
    #expect(asked.count == 1)
  }
}

extension MastodonFixture {
  func reference(_ id: String, address: Bool) -> RemoteReference {
    var reference = reference(id)
    reference.address = double.uri(of: id)
    return reference
  }
}
