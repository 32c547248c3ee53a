public import HeedDesk
public import HeedModel

/// What stands about an address that somebody asks about by letter or mail, whether or not they ever spoke to us.
public struct AskedScreen: Screen {
  /// `nil` before anything was asked.
  public var asked: AskedAbout?
  public var typed: String
  public var problem: Problem?
  /// Whose hold was not taken, and its reason.
  public var holding: (handle: ID<Handle>, reason: String)?

  public init(_ asked: AskedAbout? = nil, typed: String = "", problem: Problem? = nil) {
    self.asked = asked
    self.typed = asked?.typed ?? typed
    self.problem = problem
  }

  public var room: Room? { .people }

  public func title(in page: PageContext) -> String { page.words.rights.askedTitle }
}

/// Asks before everything about an address is erased.
public struct AskedEraseScreen: Screen {
  public var typed: String
  public var handle: ID<Handle>?
  public var hold: HandleHold?

  public init(typed: String, handle: ID<Handle>?, hold: HandleHold? = nil) {
    self.typed = typed
    self.handle = handle
    self.hold = hold
  }

  public var room: Room? { .people }

  public func title(in page: PageContext) -> String { page.words.rights.eraseTitle(typed) }

  public func body(in page: PageContext) -> HTML {
    let words = page.words.rights
    let back: HTML = """
      <a class="btn" href="\(Route.asked(typed))" data-close>\(page.words.shell.cancel)</a>
      """
    let acts: HTML =
      if let hold {
        """
        <div class="notice-box upset" role="alert"><p>\(words.eraseHeld(
          SpokenTime.atText(hold.endsAt, in: page)))</p><p dir="auto">\(hold.reason)</p></div>
        <p class="acts">\(back)</p>
        """
      } else {
        Form.post(
          .eraseAsked, in: page,
          """
          \(AskedView.whom(typed, handle))<p class="acts">\
          <button class="btn grave">\(words.eraseYes)</button>\(back)</p>
          """)
      }
    return """
      <div class="page">
      <h1>\(title(in: page))</h1>
      <p class="lead">\(words.eraseGoes)</p>
      <p>\(words.eraseStays)</p>
      <p>\(words.eraseBackups)</p>
      \(acts)</div>
      """
  }
}
