import HeedModel
import Testing

@testable import HeedWeb

/// What is wrong with a form stands once on its page, wherever that is.
@Suite struct FormProblemTests {
  private static func texts(_ page: String) -> [String] {
    page.matches(
      of: /<(p|span) class="(notice-box upset|wrong)"[^>]*>(?:<svg.*?<\/svg>)?(.*?)<\/\1>/
    )
    .map { String($0.output.3) }
  }

  @Test func noSampleSaysAProblemTwice() {
    var seen = 0
    for sample in Storybook.all {
      let said = Self.texts(sample.html().markup)
      seen += said.count
      #expect(Set(said).count == said.count, "\(sample.name): \(said)")
    }
    #expect(seen > 10)
  }

  @Test func whatStandsAboveLeadsToTheFieldThatSaysIt() throws {
    let sample = try #require(Storybook.sample("wish-no-reason"))
    let page = sample.html().markup
    let link = try #require(page.firstMatch(of: /role="alert">.*?<a href="#([^"]+)">/))
    #expect(page.contains("id=\"\(link.output.1)\">"))
    #expect(page.contains(Words.english.errors.seeField))
  }

  @Test func whatNoFieldSaysStandsAboveInFull() {
    let words = Wrong(text: "Not <now>.", field: "elsewhere")
    let body: HTML = "<div>\(FormProblem.html(words))<form></form></div>"
    let page = FormProblem.once(in: body, World.page)
    #expect(page == body)
    #expect(page.markup.contains("Not &lt;now&gt;."))
  }
}
