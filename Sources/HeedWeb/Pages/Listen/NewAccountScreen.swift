public import HeedModel

/// Signing in to a network, first step: which network, which server.
public struct NewAccountScreen: Screen {
  /// Networks that one can sign in to.
  public var networks: [NetworkName]
  public var network: NetworkName?
  public var server: String
  /// Of these, where nothing has to be said to sign in.
  public var askingNothing: Set<NetworkName> = []
  public var problem: Problem?

  public init(
    networks: [NetworkName], network: NetworkName? = nil, server: String = "",
    problem: Problem? = nil
  ) {
    self.networks = networks
    self.network = network
    self.server = server
    self.problem = problem
  }

  public var room: Room? { .sources }

  public func title(in page: PageContext) -> String { page.words.account.new }
}
