public import HeedDesk
public import HeedModel

/// Their own side of the desk: before anything is proven, and after.
public struct TheirSideScreen: Screen {
  public var state: State

  public enum State: Sendable {
    /// Nothing is known of who looks, and nothing is told.
    case stranger(typed: String, problem: Problem?)
    case proven(TheirSide, problem: Problem?)
  }

  public init(_ state: State) { self.state = state }

  public var layout: ScreenLayout { .alone }

  public func title(in page: PageContext) -> String {
    page.words.theirSide.title(page.organisation)
  }

  public func body(in page: PageContext) -> HTML {
    switch state {
    case .stranger(let typed, let problem): stranger(typed, problem, in: page)
    case .proven(let side, let problem): TheirSideView.html(side, problem, in: page)
    }
  }

  /// Asks which handle is to be shown to be theirs.
  static func beginProof(
    _ typed: String = "", _ problem: Problem? = nil, kind: String, in page: PageContext
  ) -> HTML {
    let words = page.words.theirSide
    return Form.post(
      .beginProof, in: page,
      """
      \(Field(.typed, words.who, value: typed, hint: words.whoHint, problem: page.wrong(problem), isRequired: true)
        .input(autocomplete: "off", direction: "ltr"))
      <button class="\(kind)">\(words.begin)</button>
      """)
  }

  private func stranger(_ typed: String, _ problem: Problem?, in page: PageContext) -> HTML {
    let words = page.words.theirSide
    return """
      <div class="page">
      <h1>\(title(in: page))</h1>
      <p class="lead">\(words.lead)</p>
      \(FormProblem.html(page.wrong(problem)))
      \(Self.beginProof(typed, problem, kind: "btn main", in: page))
      <p class="older soft">\(words.nothingToldHint)</p>
      <p class="soft"><a href="\(Route.notice)">\(words.notice)</a></p></div>
      """
  }
}

/// The ways in which a handle is shown to be somebody's: the same page for every handle.
public struct ProofScreen: Screen {
  public var proof: OpenProof
  public var posted: String
  public var isNotYet: Bool
  public var problem: Problem?

  public init(
    proof: OpenProof, posted: String = "", isNotYet: Bool = false, problem: Problem? = nil
  ) {
    self.proof = proof
    self.posted = posted
    self.isNotYet = isNotYet
    self.problem = problem
  }

  public var layout: ScreenLayout { .alone }

  public func title(in page: PageContext) -> String { page.words.theirSide.proofTitle }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.theirSide
    let link = "<link rel=\"me\" href=\"\(proof.link)\">" as HTML
    return """
      <div class="page">
      \(CrumbView.html(.theirSide, words.title(page.organisation)))
      <h1>\(words.proofTitle)</h1>
      <p class="lead">\(words.proofLead(proof.claim))</p>
      <p class="soft">\(words.ends) \(SpokenTime.at(proof.endsAt, in: page)). \(words.warning)</p>
      \(HTML.when(isNotYet, "<p class=\"notice-box\" role=\"status\">\(words.notYet)</p>"))
      \(FormProblem.html(page.wrong(problem)))
      \(HTML.when(proof.asksForLetter, """
      <section><h2>\(words.byMail)</h2><p>\(words.byMailText)</p></section>
      """))
      <section><h2>\(words.byPost)</h2><p>\(words.byPostText)</p>
      \(HTML.when(!proof.ours.isEmpty, """
      <p>\(words.ours) \(HTML.join(proof.ours.map {
        "<bdi>\($0.address)</bdi> <span class=\"soft\">\(page.title(of: $0.network))</span>"
      }, by: ", "))</p>
      """))
      <div class="notice-box"><p><code dir="ltr">\(proof.code)</code></p></div>
      \(Form.button(.checkProof, words.check, in: page, kind: "btn main"))</section>
      <section><h2>\(words.byPage)</h2><p>\(words.byPageText)</p>
      <div class="notice-box"><p><code dir="ltr">\(link.markup)</code></p></div>
      \(Form.post(.lookForProof, in: page, """
      \(Field(.post, words.lookThere, value: posted, problem: page.wrong(problem), isRequired: true)
        .input(type: "url", autocomplete: "off", direction: "ltr"))
      <button class="btn">\(words.look)</button>
      """))</section></div>
      """
  }
}

/// What a letter's link opens: a press, so that whatever looks at mails before people do uses nothing up.
public struct ProofLinkScreen: Screen {
  public var token: String
  public var isOver: Bool

  public init(token: String, isOver: Bool = false) {
    self.token = token
    self.isOver = isOver
  }

  public var layout: ScreenLayout { .alone }

  public func title(in page: PageContext) -> String { page.words.theirSide.linkTitle }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.theirSide
    return """
      <div class="page">
      <h1>\(words.linkTitle)</h1>
      <p class="lead">\(isOver ? words.linkOver : words.linkLead)</p>
      \(HTML.choose(isOver, """
      <p><a class="btn" href="\(Route.theirSide)">\(words.begin)</a></p>
      """, else: Form.button(.openProofLink(token: token), words.linkOpen, in: page, kind: "btn main")))</div>
      """
  }
}

/// Asks once more before somebody is forgotten.
public struct ForgetScreen: Screen {
  public var hold: LegalHold?
  public var problem: Problem?

  public init(hold: LegalHold? = nil, problem: Problem? = nil) {
    self.hold = hold
    self.problem = problem
  }

  public var layout: ScreenLayout { .alone }

  public func title(in page: PageContext) -> String { page.words.theirSide.forgetTitle }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.theirSide
    return """
      <div class="page">
      \(CrumbView.html(.theirSide, words.title(page.organisation)))
      <h1>\(words.forgetTitle)</h1>
      <p class="lead">\(words.forgetText)</p>
      \(HTML.choose(problem != nil, """
      <p class="notice-box" role="status">\(HTML.with(page.wrong(problem)) { HTML(escaping: $0.text) })</p>
      <p class="acts"><a class="btn" href="\(Route.theirSide)">\(words.title(page.organisation))</a></p>
      """, else: """
      \(HTML.with(hold) { TheirSideView.hold($0, in: page) })
      \(Form.post(.forgetThem, in: page, """
      <p class="acts"><button class="btn grave">\(hold == nil ? words.forgetYes : words.forgetLater)</button>\
      <a class="btn" href="\(Route.theirSide)">\(page.words.shell.cancel)</a></p>
      """))
      """))</div>
      """
  }
}
