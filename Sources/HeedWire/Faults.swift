import AsyncHTTPClient
import HeedModel
import HeedNetwork
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL
import NIOWebSocket

/// Says in our own words why an exchange came to nothing.
enum Faults {
  /// - Parameter isSent: whether a byte of the request may have left.
  static func translate(_ error: any Error, host: String, isSent: Bool) -> any Error {
    if error is CancellationError || (error as? HTTPClientError) == .cancelled {
      return CancellationError()
    }
    if var known = error as? WireError {
      known.certainlyNotSent = known.certainlyNotSent && !isSent
      return known
    }
    let (kind, text) = reading(of: error, host: host, isSent: isSent)
    return WireError(kind, text, certainlyNotSent: !isSent, cause: error)
  }

  static func tooLarge(_ host: String, _ limit: Int) -> WireError {
    WireError(
      .tooLarge, "What \(host) sent is larger than \(limit) bytes. It was not kept.",
      certainlyNotSent: false)
  }

  static func silent(_ host: String) -> WireError {
    WireError(
      .timeout, "\(host) has been silent for too long. The connection was closed.",
      certainlyNotSent: false)
  }

  private static func reading(
    of error: any Error, host: String, isSent: Bool
  ) -> (WireError.Kind, Message) {
    switch error {
    case let error as HTTPClientError: return reading(of: error, host: host, isSent: isSent)
    case let error as NIOSSLError: return reading(of: error, host: host, isSent: isSent)
    case is NIOSSLExtraError:
      return (.untrusted, "The certificate of \(host) was made out to somebody else.")
    case let error as NIOConnectionError:
      let isLate = error.connectionErrors.contains {
        if case .connectTimeout? = $0.error as? ChannelError { return true }
        return false
      }
      return isLate ? late(host) : away(host)
    case let error as ChannelError:
      if case .connectTimeout = error { return late(host) }
      return isSent ? broken(host) : away(host)
    case let error as HTTPParserError:
      return error == .invalidEOFState ? broken(host) : senseless(host)
    case let error as NIOHTTPDecompression.DecompressionError:
      return error == .limit
        ? (.tooLarge, "What \(host) sent unpacks to more than was asked for.") : senseless(host)
    case let error as NIOHTTPDecompression.ExtraDecompressionError:
      return error == .truncatedData ? broken(host) : senseless(host)
    case is NIOHTTPDecoderError, is NIOWebSocketError, is NIOHTTPClientUpgradeError:
      return senseless(host)
    default:
      return isSent ? broken(host) : away(host)
    }
  }

  private static func reading(
    of error: HTTPClientError, host: String, isSent: Bool
  ) -> (WireError.Kind, Message) {
    switch error {
    case .connectTimeout, .readTimeout, .writeTimeout, .deadlineExceeded,
      .getConnectionFromPoolTimeout, .tlsHandshakeTimeout, .httpProxyHandshakeTimeout:
      return late(host)
    case .remoteConnectionClosed, .uncleanShutdown: return isSent ? broken(host) : away(host)
    case .invalidProxyResponse: return (.unreachable, "The proxy does not lead to \(host).")
    case .proxyAuthenticationRequired:
      return (.unreachable, "The proxy wants a name and a password that it knows.")
    case .alreadyShutdown: return (.unreachable, Clients.stopped.text)
    default: return senseless(host)
    }
  }

  private static func reading(
    of error: NIOSSLError, host: String, isSent: Bool
  ) -> (WireError.Kind, Message) {
    switch error {
    case .handshakeFailed(let cause):
      if "\(cause)".contains("CERTIFICATE") {
        return (.untrusted, "The certificate of \(host) is not good.")
      }
      return (.untrusted, "\(host) could not agree on an encrypted connection.")
    case .noCertificateToValidate, .unableToValidateCertificate, .cannotFindPeerIP:
      return (.untrusted, "The certificate of \(host) is not good.")
    default: return isSent ? broken(host) : away(host)
    }
  }

  private static func late(_ host: String) -> (WireError.Kind, Message) {
    (.timeout, "\(host) did not answer in time.")
  }

  private static func away(_ host: String) -> (WireError.Kind, Message) {
    (.unreachable, "\(host) cannot be reached at the moment.")
  }

  private static func broken(_ host: String) -> (WireError.Kind, Message) {
    (.cut, "The connection to \(host) broke before the answer was whole.")
  }

  private static func senseless(_ host: String) -> (WireError.Kind, Message) {
    (.malformed, "What \(host) answered makes no sense.")
  }
}
