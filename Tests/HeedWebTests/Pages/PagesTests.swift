import HeedModel
import Testing

@testable import HeedWeb

@Suite struct PagesTests {
  @Test(arguments: Shown.all)
  func everyFormThatChangesSomethingCarriesItsToken(shown: Shown) {
    var isPost = false
    var hasToken = true
    for tag in shown.tags {
      switch (tag.name, tag.isEnd) {
      case ("form", false):
        isPost = tag["method"] == "post"
        hasToken = false
      case ("input", _):
        if tag["name"] == "csrf" && tag["value"] == "sample-token" { hasToken = true }
      case ("form", true):
        #expect(!isPost || hasToken)
        isPost = false
      default: break
      }
    }
  }

  /// A line that goes on in the source goes on in the text: nobody reads the sign that says so.
  @Test(arguments: Shown.all)
  func noTextShowsHowItWasBroken(shown: Shown) {
    #expect(!shown.html.markup.contains("\\\n"))
    #expect(!shown.html.markup.contains(" \\ "))
  }

  @Test(arguments: Shown.all)
  func everyFieldHasALabel(shown: Shown) {
    let tags = shown.tags
    let labelled = Set(tags.filter { $0.name == "label" }.compactMap { $0["for"] })
    var insideLabel = false
    for tag in tags {
      if tag.name == "label" { insideLabel = !tag.isEnd }
      guard ["input", "textarea", "select"].contains(tag.name), !tag.isEnd,
        tag["type"] != "hidden"
      else { continue }
      let isNamed =
        insideLabel || tag.has("aria-label") || tag["id"].map(labelled.contains) ?? false
      #expect(isNamed, "\(tag.name) \(tag["name"] ?? "")")
      #expect(tag["name"].flatMap(FieldName.init) != nil || tag["name"] == "q")
    }
  }

  @Test(arguments: Shown.all)
  func idsAreUniqueAndWhatPointsToThemFindsThem(shown: Shown) {
    let tags = shown.tags
    let ids = tags.compactMap { $0["id"] }
    #expect(Set(ids).count == ids.count, "\(ids.filter { id in ids.count { $0 == id } > 1 })")
    for tag in tags {
      for name in ["for", "aria-labelledby", "aria-describedby", "list"] {
        for id in (tag[name] ?? "").split(separator: " ") {
          #expect(ids.contains(String(id)), "\(name)=\(id)")
        }
      }
      if tag.name == "a", let target = tag["href"], target.hasPrefix("#"), target != "#" {
        #expect(ids.contains(String(target.dropFirst())), "\(target)")
      }
    }
  }

  @Test(arguments: Shown.all)
  func noPageCarriesAScriptOrAStyleOfItsOwn(shown: Shown) {
    for tag in shown.tags where !tag.isEnd {
      #expect(tag.name != "style")
      if tag.name == "script" { #expect(tag.has("src")) }
      for (name, _) in tag.attributes {
        #expect(name != "style" && !name.hasPrefix("on"), "\(tag.name) \(name)")
      }
    }
  }

  @Test(arguments: Shown.all)
  func everyPageHasOneHeadingAndSaysItsLanguage(shown: Shown) {
    let tags = shown.tags.filter { !$0.isEnd }
    #expect(tags.count { $0.name == "h1" } == 1)
    #expect(tags.count { $0.name == "main" } == 1)
    let root = tags.first { $0.name == "html" }
    #expect(root?["lang"] == shown.words.language)
    #expect(root?["dir"] == (shown.words.isRightToLeft ? "rtl" : "ltr"))
    #expect(shown.html.markup.contains("<a class=\"skip\" href=\"#main\">"))
  }

  @Test(arguments: Shown.all)
  func everyTagThatOpensCloses(shown: Shown) {
    let void: Set = ["meta", "link", "input", "img", "br", "path", "circle", "rect", "line", "wbr"]
    var open: [String] = []
    for tag in shown.tags where !void.contains(tag.name) {
      if !tag.isEnd {
        open.append(tag.name)
      } else {
        #expect(open.popLast() == tag.name)
      }
    }
    #expect(open.isEmpty)
  }

  @Test(arguments: Shown.english)
  func noMarkupIsShownAsText(shown: Shown) {
    // Only the samples with a hostile guest hold an escaped bracket, and those that tell what to write into a page.
    let markup = shown.html.markup
    let isHostile =
      markup.contains("alert(1)") || markup.contains("&lt;Brakes") || markup.contains("&lt;b&gt;")
      || markup.contains("&lt;link rel=")
    #expect(isHostile || !markup.contains("&lt;"))
    #expect(!markup.contains("HTML(") && !markup.contains("Optional("))
  }

  @Test(arguments: Shown.english)
  func whatAHostileGuestSaysRunsNowhere(shown: Shown) {
    let markup = shown.html.markup
    #expect(!markup.contains("<script>alert") && !markup.contains("<img src=x"))
    for tag in shown.tags where tag.name == "a" {
      #expect(!(tag["href"] ?? "").lowercased().hasPrefix("javascript"))
    }
  }

  @Test(arguments: Shown.english)
  func linksToOtherPlacesTellThemNothing(shown: Shown) {
    for tag in shown.tags where tag.name == "a" {
      guard tag["href"]?.hasPrefix("http") ?? false else { continue }
      #expect(tag["rel"]?.contains("noreferrer") ?? false, "\(tag["href"] ?? "")")
    }
  }

  @Test(arguments: Shown.english)
  func everyPictureComesByWayOfTheDeskAndIsDescribed(shown: Shown) {
    for tag in shown.tags where tag.name == "img" {
      #expect(tag["src"]?.hasPrefix("/") ?? false)
      #expect(tag.has("alt"))
    }
  }

  @Test(arguments: Shown.all)
  func everyButtonSitsInAForm(shown: Shown) {
    var depth = 0
    for tag in shown.tags {
      if tag.name == "form" { depth += tag.isEnd ? -1 : 1 }
      if tag.name == "button" && !tag.isEnd { #expect(depth == 1) }
      #expect(depth < 2, "forms do not nest")
    }
  }

  @Test func keysAreNotShownToThoseWhoSwitchedThemOff() {
    let off = Sample("off", ConversationScreen(conversation: .sample)) { $0.member?.keys = false }
    #expect(!off.html().markup.contains("<kbd"))
    #expect(off.html().markup.contains("data-keys=\"off\""))
  }

  @Test func aTeamNoteSaysThatItIsPrivate() {
    let markup = Storybook.sample("conversation")?.html().markup ?? ""
    #expect(markup.contains("team note, seen by your team alone"))
  }

  @Test func onlyTheWriterDecidesAboutAReplyThatFailed() {
    var talk = OpenConversation.sample
    let reply = OutgoingReply(
      id: ID(5), by: World.samColleague, text: "x", status: .failed, dueAt: World.now)
    talk.entries = [.outgoing(reply)]
    let markup = ConversationScreen(conversation: talk).html(in: World.page).markup
    #expect(markup.contains("did not go out"))
    #expect(!markup.contains(Route.retry(ID(5)).path))
  }
}
