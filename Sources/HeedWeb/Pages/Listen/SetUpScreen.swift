public import HeedModel

/// The first run: one field, what is heard meanwhile, then a name and a password.
public struct SetUpScreen: Screen {
  public var token: String
  public var typed: String
  /// Where the desk began to listen, with what that tells others.
  public var listening: [OfferRow]
  /// Where it could listen besides.
  public var offers: [OfferRow]
  public var heard: [HeardRow]
  public var organisation: String
  public var name: String
  public var email: String
  public var problem: Problem?
  /// Networks of invented people among those that are listened to.
  public var invented: [NetworkName] = []
  /// Why nothing stands at the address that was typed.
  public var trouble: Message?

  public init(
    token: String, typed: String = "", listening: [OfferRow] = [], offers: [OfferRow] = [],
    heard: [HeardRow] = [], organisation: String = "", name: String = "", email: String = "",
    problem: Problem? = nil
  ) {
    self.token = token
    self.typed = typed
    self.listening = listening
    self.offers = offers
    self.heard = heard
    self.organisation = organisation
    self.name = name
    self.email = email
    self.problem = problem
  }

  public var layout: ScreenLayout { .alone }

  public func title(in page: PageContext) -> String { page.words.firstRun.question }
}
