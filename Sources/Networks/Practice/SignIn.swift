import HeedModel
public import HeedNetwork

extension PracticeNetwork: SigningIn {
  public var isInvented: Bool { true }
  /// Whoever wants to speak with invented people may.
  public var asksToSignIn: Bool { false }

  public func begin(at server: String, desk: DeskAddress) async throws -> SignInStep {
    SignInStep(
      page: nil, pastesCode: false,
      explanation:
        """
        You will speak as Corner Bikes, an invented bicycle shop, with people who are invented too. \
        No password is needed.
        """,
      notes: Credentials([:]))
  }

  /// Whatever the answer is, it signs in the shop.
  public func finish(_ step: SignInStep, with answer: SignInAnswer) async throws -> SignedIn {
    let told = try await client.send(
      .post, "/v1/sign-in", Told.SignIn(account: Place.shop), as: nil, Told.SignedIn.self)
    return SignedIn(
      server: Place.host, handle: Incoming.handle(told.account),
      credentials: Credentials([Client.token: told.token]),
      houseRules: Message(verbatim: told.rules),
      offers: [Self.mentions, Self.everything])
  }
}
