import Foundation
import HeedDesk
import HeedModel
import Testing

@testable import HeedWeb

/// Sentences that say what is there, and no more.
@Suite struct PlainWordsTests {
  private static let now = Instant(milliseconds: 1_777_888_800_000)
  private static let page = PageContext(now: now)

  private static func mistake(said: Instant?) -> Mistake {
    Mistake(
      id: ID(IDLayout.id(at: now - .minutes(1), tail: 1)), member: ID(1), post: nil,
      page: "https://shop.example", words: "It is five.", said: "six", noticedBy: .ourselves,
      saidAt: said, noticedAt: said ?? now)
  }

  private static func stood(_ story: MistakeStory) -> String {
    let kept = KeptMistake(
      story: story, post: nil, told: nil, ways: [], capabilities: nil,
      stands: WhereItStands(original: .page), touched: Touched(), aftermath: Aftermath(),
      mends: nil, others: [], published: [], mayPublish: false, lastReply: nil)
    return MistakeStepsView.html(MistakeScreen(kept: kept), in: page).markup
  }

  @Test func whatStillStandsSaysForHowLong() {
    let open = MistakeStory(
      Self.mistake(said: Self.now - .minutes(6)), corrections: [], reopenings: [])
    #expect(Self.stood(open).contains("6 min so far"))
    #expect(Self.stood(open).contains("within a minute"))
    #expect(!Self.stood(open).contains("after under"))
    let unknown = MistakeStory(Self.mistake(said: nil), corrections: [], reopenings: [])
    #expect(!Self.stood(unknown).contains("so far"))
  }

  @Test func theBestFigureComesFirst() {
    let words = Words.english.seen
    #expect(
      words.countedBetween("6", "9", "8", "60 seconds", 0)
        == "About 8 read it in those 60 seconds, as the place itself counts: between 6 and 9.")
  }

  @Test func anAddressMayBeTypedWithoutItsBeginning() {
    #expect(TypedAddress.whole(" shop.example/lamps") == "https://shop.example/lamps")
    #expect(TypedAddress.whole("http://shop.example") == "http://shop.example")
    for typed in ["", "shop", "/lamps"] { #expect(TypedAddress.whole(typed) == typed) }
    let form = NewMistakeScreen().body(in: Self.page).markup
    #expect(form.contains("inputmode=\"url\"") && !form.contains("type=\"url\""))
  }

  @Test func whatTablesHoldIsSaidInWords() {
    let (english, german) = (Words.english.rights, Words.german.rights)
    #expect(Set(english.tables.keys) == Set(german.tables.keys))
    for table in english.tables.keys {
      for words in [english, german] { #expect(!words.what(table).contains("_"), "\(table)") }
    }
    #expect(english.what("came_back") == "what came back to replies of ours")
    #expect(english.what("new_table") == "new table")
  }

  @Test func whatWasSaidTwiceIsNotSaidOften() {
    func shown(_ times: Int) -> String {
      var look = ComposerLook()
      look.saidBefore = SaidBeforeNote(times: times, people: 1)
      return ThinkView.html(look, in: Self.page).markup
    }
    let hint = Words.english.think.saidHint
    #expect(!shown(1).contains(hint) && !shown(2).contains(hint) && shown(3).contains(hint))
  }

  @Test func whoSaidItTwiceStandsThereOnce() {
    func said(_ id: Int64, _ who: String, days: Int64) -> SuggestedWishPart.Said {
      SuggestedWishPart.Said(
        post: ID(id), conversation: ID(id), who: Who(name: who), speaker: who, words: "Bells",
        at: Self.now - .days(days), isPrivate: false)
    }
    let part = SuggestedWishPart(
      kind: .wish, people: 2, title: "bells",
      said: [said(1, "Ana", days: 1), said(2, "Bo", days: 2), said(3, "Ana", days: 3)])
    let html = SuggestedWishView.html(part, scope: "a", hasKey: false, in: Self.page).markup
    #expect(html.components(separatedBy: "<li ").count == 3)
    #expect(html.components(separatedBy: ">Ana<").count == 2)
    // All of it stands there and is sent, what one said by one box.
    #expect(html.contains("name=\"post\" value=\"1,3\"") && html.contains("value=\"2\" checked"))
    for post in 1...3 {
      #expect(html.contains("name=\"alike\" value=\"\(post)\""))
      #expect(html.contains("at=\(ID<Post>(Int64(post)))"))
    }
  }

  @Test func whoseWordsTheyAreIsSaidWhereSeveralSpoke() {
    func screen(_ others: String) -> WishFormScreen {
      WishFormScreen(
        conversation: ID(1), who: "Ana",
        words: [
          WishFormScreen.Said(post: ID(1), who: "Ana", text: "A bell, please.", at: Self.now),
          WishFormScreen.Said(post: ID(2), who: others, text: "Me too.", at: Self.now),
        ], chosen: ID(1))
    }
    let words = Words.english.wishes
    let several = screen("Bo").body(in: Self.page).markup
    #expect(several.contains("<bdi>Ana</bdi>") && several.contains("<bdi>Bo</bdi>"))
    #expect(several.contains(words.gatherTitleSeveral) && several.contains(words.asRead))
    #expect(screen("Ana").body(in: Self.page).markup.contains(words.gatherTitle("Ana")))
  }

  @Test func aPlaceWithOneWayHasNoBest() {
    func shown(_ ways: [FixWay]) -> String {
      let kept = KeptMistake(
        story: MistakeStory(Self.mistake(said: nil), corrections: [], reopenings: []), post: nil,
        told: nil, ways: ways, capabilities: nil, stands: WhereItStands(original: .page),
        touched: Touched(), aftermath: Aftermath(), mends: nil, others: [], published: [],
        mayPublish: false, lastReply: nil)
      return FixView.html(MistakeScreen(kept: kept), in: Self.page).markup
    }
    let words = Words.english.mistake
    let one = FixWay(way: .byHand, does: "Mend it there.")
    #expect(shown([one]).contains(words.fixLeadOne) && !shown([one]).contains("best"))
    #expect(shown([one, FixWay(way: .edit, does: "Change it.")]).contains(words.fixLead))
  }

  @Test func ofSomebodyErasedOnlyThatIsSaid() {
    var screen = PersonScreen(
      aside: PersonAside(person: ID(1), who: Who(name: "")),
      conversations: [
        EarlierConversation(
          id: ID(2), words: "", at: Self.now, state: .done, network: NetworkName("fake"))
      ])
    let before = screen.body(in: Self.page).markup
    #expect(before.contains(Words.english.person.nothingOfTheirs + "</a>"))
    screen.erasedAt = Self.now
    let erased = screen.body(in: Self.page).markup
    #expect(erased.contains("Somebody was erased here"))
    #expect(!erased.contains(Words.english.person.knownAs) && !erased.contains("<form"))
    #expect(!erased.contains("/conversations/"))
  }

  @Test func onlyWhatSomebodyClosedIsSaidToBeThoughtDone() {
    var talk = OpenConversation.sample
    talk.state = .done
    let words = Words.english.talk
    let left = ConversationView.html(talk, isPage: true, in: World.page).markup
    #expect(left.contains(words.nothingWaits) && !left.contains(words.isDone))
    #expect(!left.contains(words.reopen))
    talk.isClosed = true
    let closed = ConversationView.html(talk, isPage: true, in: World.page).markup
    #expect(closed.contains(words.isDone) && !closed.contains(words.nothingWaits))
    #expect(closed.contains(words.reopen))
    talk.state = .answered
    let answered = ConversationView.html(talk, isPage: true, in: World.page).markup
    #expect(answered.contains(words.isAnswered))
    talk.isWordless = true
    let erased = ConversationView.html(talk, isPage: true, in: World.page).markup
    #expect(erased.contains(words.nothingWaits) && !erased.contains(words.isAnswered))
  }

  @Test func whoWaitsStandsBesideTheReasons() {
    var row = PersonRow(
      id: ID(1), who: Who(name: "Ana"), network: NetworkName("fake"), lastAt: Self.now,
      conversations: 1, waitingSince: Self.now - .hours(1))
    row.reasons = [.complaint]
    let html = PeopleScreen(rows: [row], tab: .waiting).body(in: Self.page).markup
    #expect(html.contains(Words.english.people.waitingHint))
    #expect(html.contains(">\(Words.english.kinds.complaint)</span>"))
  }
}
