public import HeedDesk
public import HeedModel

/// One mistake: what was wrong, when, how it is mended, where it still stands, whom it touched, what came of it.
public struct MistakeScreen: Screen {
  public var kept: KeptMistake
  /// What stood in the form that was not taken.
  public var typed: FixRequest?
  /// The post of ours whose form for new words is open.
  public var editing: ID<Post>?
  public var problem: Problem?
  /// What the desk sees in what was typed.
  public var look = ComposerLook()
  /// Who gave the numbers that its exposure is estimated by, where a lead did.
  public var numbersBy: String?
  /// What stood in the form of the public correction that was not taken.
  public var publicWrong: String?
  public var publicRight: String?

  public init(kept: KeptMistake, typed: FixRequest? = nil, problem: Problem? = nil) {
    self.kept = kept
    self.typed = typed
    self.problem = problem
  }

  var story: MistakeStory { kept.story }
  var mistake: Mistake { kept.story.mistake }
  var thread: ID<Conversation>? { kept.post?.post.conversation }

  /// What was typed for this very place stands in its form again, also where somebody mended it meanwhile.
  private var isTyped: Bool {
    typed.map { $0.post == nil && $0.way != .byHand && problem != nil } ?? false
  }

  public var room: Room? { .mistakes }
  public var layout: ScreenLayout { .wide }
  public var live: [LiveTopic] { [.mistakes] + (thread.map { [.conversation($0)] } ?? []) }
  public func title(in page: PageContext) -> String { mistake.words }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.mistake
    return """
      <div class="page mistake">
      \(CrumbView.html(.mistakes(), words.all))
      <p class="label">\(MistakeMarks.name(of: story.state, in: page))</p>
      <h1 dir="auto">\(mistake.words)</h1>
      \(MistakeStepsView.html(self, in: page))
      \(FormProblem.html(page.wrong(problem)))
      \(MistakeStateView.html(self, in: page))
      \(HTML.join(sections(in: page)))
      </div>
      """
  }

  /// In the order read. Who saw it before it was fixed follows what was said.
  private func sections(in page: PageContext) -> [HTML] {
    [
      MistakeStateView.said(self, in: page),
      MistakeSeenView.html(self, in: page),
      HTML.when(page.maySpeak && (story.state != .fixed || isTyped), FixView.html(self, in: page)),
      WhereItStandsView.html(self, in: page),
      TouchedView.html(self, in: page),
      HTML.when(story.fixedAt != nil, AftermathView.html(kept.aftermath, in: page)),
      PublicCorrectionView.html(self, in: page),
      HTML.when(page.maySpeak && story.state == .fixed, reopen(in: page)),
    ]
  }

  private func reopen(in page: PageContext) -> HTML {
    let words = page.words.mistake
    return """
      <section><h2>\(words.reopenTitle)</h2>\
      \(Form.post(.reopenMistake(mistake.id), in: page, """
      \(Field(.word, words.reopenWords, hint: words.reopenHint, problem: publicWrong == nil ? page.wrong(problem) : nil, scope: "reopen", isRequired: true)
        .area(rows: 2))
      <p class="acts"><button class="btn">\(words.reopen)</button></p>
      """))</section>
      """
  }
}

extension MistakeMarks {
  static func name(of state: MistakeStory.State, in page: PageContext) -> String {
    let words = page.words.mistake
    return switch state {
    case .open: words.isOpen
    case .underway: words.isUnderway
    case .failed: words.isFailed
    case .fixed: words.isFixed
    }
  }

  static func name(of way: Correction.Way, in page: PageContext) -> String {
    let words = page.words.mistake
    return switch way {
    case .edit: words.wayEdit
    case .reply: words.wayReply
    case .apologise: words.wayApologise
    case .delete: words.wayDelete
    case .byHand: words.wayByHand
    }
  }

  static func done(_ way: Correction.Way, in page: PageContext) -> String {
    let words = page.words.mistake
    return switch way {
    case .edit: words.didEdit
    case .reply: words.didReply
    case .apologise: words.didApologise
    case .delete: words.didDelete
    case .byHand: words.didByHand
    }
  }
}
