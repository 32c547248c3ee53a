public import HeedModel
public import HeedNetwork

/// Writes to members through a mail server of the organisation's. Nothing of the network: no mailbox, no account.
public struct MemberPost: MemberMail {
  /// Where mail is handed over, and as whom.
  public struct Settings: Sendable {
    /// `smtp.shop.example`, `smtp.shop.example:587`.
    public var server: String
    /// Begins in plain and agrees on TLS; `nil` where the port says so (RFC 8314).
    public var startsPlain: Bool?
    /// Empty where the server asks for nothing.
    public var user: String
    public var password: String
    public var from: String
    /// What stands beside the address.
    public var name: String

    public init(
      server: String, startsPlain: Bool? = nil, user: String = "", password: String = "",
      from: String, name: String = "Heed"
    ) {
      self.server = server
      self.startsPlain = startsPlain
      self.user = user
      self.password = password
      self.from = from
      self.name = name
    }
  }

  private let place: MailPlace
  private let settings: Settings
  private let connections: any Connecting

  /// - Throws: `Problem(.invalid)` when the server is no host or `from` no mail address.
  public init(_ settings: Settings, connections: any Connecting) throws {
    guard var place = MailPlace(settings.server, port: 465) else {
      throw Problem(.invalid, "“\(settings.server)” is no host of a mail server.")
    }
    guard MailAddress.isUsable(settings.from), !MailAddress.domain(settings.from).isEmpty else {
      throw Problem(.invalid, "“\(settings.from)” is no mail address to write from.")
    }
    if let startsPlain = settings.startsPlain { place.startsPlain = startsPlain }
    self.place = place
    self.settings = settings
    self.connections = connections
  }

  public func send(_ letter: MemberLetter) async -> LetterFate {
    do {
      let server = try await open()
      do {
        try await server.send(
          LetterComposer(settings).compose(letter), from: settings.from, to: [letter.address])
      } catch {
        server.close()
        throw error
      }
      await server.leave()
      return .taken
    } catch let error as NetworkError {
      return Self.fate(error)
    } catch {
      // Nothing but a network's error comes from sending; what else there is came before.
      return .later("The mail server could not be reached.", after: nil)
    }
  }

  /// Connects and signs in, and hands nothing over: what a doctor does.
  public func tryOut() async throws {
    let server = try await open()
    await server.leave()
  }

  private func open() async throws -> SmtpClient {
    let secret: MailSecret? =
      settings.user.isEmpty ? nil : .password(user: settings.user, settings.password)
    return try await SmtpClient.open(
      place, as: secret, name: MailAddress.domain(settings.from), through: connections)
  }

  static func fate(_ error: NetworkError) -> LetterFate {
    guard error.certainlyNotSent else { return .unknown(error.text) }
    return switch error.kind {
    case .temporary, .rateLimited, .malformed, .signedOut:
      // A password that is refused is mended by whoever runs the desk: until then it is kept.
      .later(error.text, after: error.retryAfter)
    default: .refused(error.text)
    }
  }
}
