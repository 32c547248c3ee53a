import HeedModel
public import HeedNetwork
import NIOCore

/// The name servers of the machine are asked, one after the other and twice at most. No proxy is: those that resolve
/// names do it for connections alone.
extension HTTPWire: NameRecords {
  public func services(_ service: String, of domain: String) async throws -> [ServiceRecord] {
    guard case .services(let found) = try await ask(service, of: domain, .services) else {
      return []
    }
    return found.compactMap { record -> ServiceRecord? in
      // The root means that the service is decidedly not there; an address is no host name.
      guard (1...65_535).contains(record.port), !record.target.isEmpty,
        let host = HostName(record.target.joined(separator: ".")), case .name(let name) = host.form
      else { return nil }
      return ServiceRecord(
        host: name, port: record.port, priority: record.priority, weight: record.weight)
    }
    .sorted {
      ($0.priority, -$0.weight, $0.host, $0.port) < ($1.priority, -$1.weight, $1.host, $1.port)
    }
  }

  public func texts(_ label: String, of domain: String) async throws -> [String] {
    guard case .texts(let found) = try await ask(label, of: domain, .texts) else { return [] }
    return found.compactMap { String(validating: $0, as: UTF8.self) }
  }

  private func ask(
    _ label: String, of domain: String, _ kind: DNSQuestion.Kind
  ) async throws -> DNSAnswer {
    guard let host = HostName(domain), case .name(let name) = host.form,
      let question = DNSQuestion("\(label).\(name)", kind)
    else { throw WireError(.forbidden, AddressFault.host.text, certainlyNotSent: true) }
    guard gate.mayBeAskedOf(host) else {
      throw WireError(
        .forbidden, "\(host.bare) is a name of a private network. It was not asked.",
        certainlyNotSent: true)
    }
    let servers = configuration.nameServers ?? NameServer.system()
    let deadline = NIODeadline.now() + TimeAmount(configuration.limits.resolving)
    var isSilent = false
    for server in servers.prefix(NameServer.most) + servers.prefix(NameServer.most) {
      guard NIODeadline.now() < deadline else { break }
      do {
        if let answer = try await ask(server, question) { return answer }
      } catch let fault as DNSExchange.Fault {
        if case .silent = fault { isSilent = true }
      }
    }
    throw isSilent
      ? WireError(
        .timeout, "The address of \(name) could not be found in time.", certainlyNotSent: true)
      : WireError(
        .unreachable, "The address of \(name) could not be found at the moment.",
        certainlyNotSent: true)
  }

  /// - Returns: `nil` when this server will not.
  private func ask(_ server: NameServer, _ question: DNSQuestion) async throws -> DNSAnswer? {
    let exchange = DNSExchange(
      server: server, question: question,
      id: UInt16(truncatingIfNeeded: configuration.randomness.number()))
    let patience = configuration.nameServerPatience
    var answer = try await exchange.ask(isLong: false, within: patience)
    if answer == .cut { answer = try await exchange.ask(isLong: true, within: patience) }
    switch answer {
    case .refused, .cut: return nil
    case .services, .texts, .nothing: return answer
    }
  }
}
