public import HeedModel

/// Signing in to a network, second step: what to do there, and what to bring back.
public struct AccountStepScreen: Screen {
  public var network: NetworkName
  public var server: String
  /// In the network's words.
  public var explanation: Message
  /// The page to open elsewhere.
  public var address: String?
  public var answer: Answer
  /// Whether a token may be pasted in place of opening the other page.
  public var takesToken: Bool
  /// The desk's own notes between the steps, sealed; sent back as it is.
  public var state: String
  public var problem: Problem?

  /// What has to come back from the other page.
  public enum Answer: Sendable {
    /// The other page comes back by itself.
    case redirect
    /// A code is shown there and pasted here.
    case code
    /// A token is pasted.
    case token
    /// A password is typed.
    case password
    /// Nothing: whoever goes on is signed in.
    case nothing
  }

  public init(
    network: NetworkName, server: String, explanation: Message, address: String? = nil,
    answer: Answer, takesToken: Bool = false, state: String, problem: Problem? = nil
  ) {
    self.network = network
    self.server = server
    self.explanation = explanation
    self.address = address
    self.answer = answer
    self.takesToken = takesToken
    self.state = state
    self.problem = problem
  }

  public var room: Room? { .sources }

  public func title(in page: PageContext) -> String {
    page.words.account.signInTo(server.isEmpty ? page.title(of: network) : server)
  }
}
