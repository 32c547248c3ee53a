public import HeedDesk
public import HeedModel

/// Earlier replies nearly like the draft.
public struct SaidBeforeNote: Sendable {
  public var times: Int
  public var isAtLeast: Bool
  public var people: Int
  public var came: [(came: EarlierAnswer.Came, times: Int)]
  public var replies: [(conversation: ID<Conversation>, post: ID<Post>?, name: String, at: Instant)]
  /// All of them: what the figure opens into.
  public var all: [ID<Reply>] = []
  /// What was gathered from their conversations, with how many of them; most first.
  public var causes: [(wish: Wish, conversations: Int)] = []

  public init(
    times: Int, isAtLeast: Bool = false, people: Int,
    came: [(came: EarlierAnswer.Came, times: Int)] = [],
    replies: [(conversation: ID<Conversation>, post: ID<Post>?, name: String, at: Instant)] = []
  ) {
    self.times = times
    self.isAtLeast = isAtLeast
    self.people = people
    self.came = came
    self.replies = replies
  }
}

enum ThinkView {
  static func html(_ look: ComposerLook, in page: PageContext) -> HTML {
    unsaid(look.unsaid, in: page) + HTML.with(look.cross) { cross($0, in: page) }
      + rules(look.rules, in: page) + HTML.with(look.saidBefore) { said($0, in: page) }
  }

  private static func unsaid(_ facts: [UnsaidFact], in page: PageContext) -> HTML {
    guard !facts.isEmpty else { return "" }
    let words = page.words.think
    return """
      <section class="think warned-of"><p class="head">\(Icon.trouble)\(words.unsaid)</p>
      <ul>\(facts.html { fact in
        """
        <li><b dir="auto">\(fact.words)</b> <span class="soft">\(known(fact.known, words))</span></li>
        """
      })</ul><p class="soft">\(words.unsaidHint)</p></section>
      """
  }

  private static func cross(_ tone: CrossTone, in page: PageContext) -> HTML {
    let words = page.words.think
    return """
      <section class="think"><p class="head">\(words.mayReadCross)</p>
      <p>\(HTML.join(tone.words.map { "<q dir=\"auto\">\($0)</q>" }, by: " ")) \
      <span class="soft">\(words.mayReadCrossHint)</span></p></section>
      """
  }

  private static func known(_ known: UnsaidFact.Known, _ words: ThinkWords) -> String {
    switch known {
    case .privately: words.privately
    case .note: words.note
    case .person: words.person
    case .elsewhere: words.elsewhere
    case .nowhere: words.nowhere
    }
  }

  private static func rules(_ rules: [HouseRule], in page: PageContext) -> HTML {
    guard !rules.isEmpty else { return "" }
    let words = page.words.think
    return """
      <section class="think"><p class="head">\(words.touched)</p>
      <ul>\(rules.html { rule in
        """
        <li><p><b dir="auto">\(rule.title)</b> \
        \(RuleTag.html(rule, in: page))</p><p dir="auto">\(rule.words)</p></li>
        """
      })</ul></section>
      """
  }

  private static func said(_ said: SaidBeforeNote, in page: PageContext) -> HTML {
    let words = page.words.think
    return """
      <section class="think"><p class="head">\(words.saidBefore(said.times, said.isAtLeast, said.people))</p>
      \(HTML.when(!said.came.isEmpty, """
      <p>\(words.came) \(said.came.map { came in
        "\(EarlierAnswersView.came(came.came, in: page.words.composer)) (\(came.times))"
      }.joined(separator: ", "))</p>
      """))
      \(causes(said.causes, in: page))<p class="soft">\(HTML.when(said.times >= 3, "\(words.saidHint) "))\
      <a class="go" href="\(Route.saidBefore(said.all))">\(words.theCause)</a></p>
      <ul>\(said.replies.html { reply in
        """
        <li><a class="go" href="\(Route.conversation(reply.conversation, at: reply.post))">\
        \(words.seeReply(reply.name))</a> <span class="soft">\(SpokenTime.ago(reply.at, in: page))\
        </span></li>
        """
      })</ul></section>
      """
  }
}

extension ThinkView {
  /// What people were gathered to who were told this.
  static func causes(
    _ causes: [(wish: Wish, conversations: Int)], in page: PageContext
  ) -> HTML {
    guard !causes.isEmpty else { return "" }
    let words = page.words.think
    let links = causes.prefix(3).map { cause in
      """
      <a class="go" href="\(Route.wish(cause.wish.id))"><bdi>\(cause.wish.title)</bdi></a> \
      <span class="soft">\(words.fromSo(cause.conversations))</span>
      """ as HTML
    }
    return "<p>\(words.gatheredAs) \(HTML.join(links, by: ", "))</p>"
  }
}

/// Whether a card is a fact or a caution.
enum RuleTag {
  static func html(_ rule: HouseRule, in page: PageContext) -> HTML {
    let words = page.words.think
    return rule.kind == .caution
      ? TagView.html(words.caution, .late) : TagView.html(words.fact)
  }
}
