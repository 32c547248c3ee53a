import Crypto
import Foundation
import HeedNetwork

/// Where a browser takes its pushes, and the keys that it reads them with.
struct PushBrowser {
  var endpoint: String
  /// Scheme, host and port of the address.
  var origin: String
  var cipher: PushCipher

  /// `nil` where the address is none, the key is no point of P-256, or the secret is not of 16 bytes.
  init?(_ place: [String: String]) {
    guard let endpoint = place["endpoint"], let address = URL(string: endpoint),
      let scheme = address.scheme, let host = address.host,
      let key = place["key"].flatMap(Base64URL.bytes),
      (try? P256.KeyAgreement.PublicKey(x963Representation: key)) != nil,
      let secret = place["secret"].flatMap(Base64URL.bytes), secret.count == 16
    else { return nil }
    self.endpoint = endpoint
    origin = "\(scheme)://\(host)" + (address.port.map { ":\($0)" } ?? "")
    cipher = PushCipher(browserKey: key, secret: secret)
  }
}
