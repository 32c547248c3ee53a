/// Asks name servers for more than addresses.
///
/// What is answered proves nothing by itself: a host that it names goes through the guard like any other, and whoever
/// is named has to name the asker back.
public protocol NameRecords: Sendable {
  /// Where a service of a domain stands (`SRV`, RFC 2782): the best first, and empty where the domain names none.
  /// - Parameter service: as the registry has it, with its protocol: `_imaps._tcp`.
  /// - Throws: `WireError` when nobody could be asked, or the domain is of a private network.
  func services(_ service: String, of domain: String) async throws -> [ServiceRecord]

  /// What is written at a name (`TXT`): each record's parts as one text, those that are no UTF-8 left out.
  /// - Parameter label: what stands before the domain: `_atproto`.
  /// - Throws: `WireError` when nobody could be asked, or the domain is of a private network.
  func texts(_ label: String, of domain: String) async throws -> [String]
}

/// A place where a service stands.
public struct ServiceRecord: Sendable, Hashable {
  /// In lower case, without a dot at its end.
  public var host: String
  public var port: Int
  /// Lower ones are tried first.
  public var priority: Int
  /// Among those of one priority, heavier ones are meant for more.
  public var weight: Int

  public init(host: String, port: Int, priority: Int, weight: Int) {
    self.host = host
    self.port = port
    self.priority = priority
    self.weight = weight
  }
}
