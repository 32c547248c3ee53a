public import HeedModel

/// Asks before something is removed, and says what stays.
public struct ConfirmScreen: Screen {
  public var subject: Subject

  /// What is to be removed, who leaves, or whose password ends.
  public enum Subject: Sendable {
    case topic(ID<Topic>, name: String)
    case source(ID<Source>, name: String)
    case account(ID<Account>, name: String)
    case member(ID<Member>, name: String)
    case password(ID<Member>, name: String)
  }

  public init(subject: Subject) {
    self.subject = subject
  }
}
