import Foundation
import HeedModel
import HeedWeb

/// The certificate that the desk shows by itself: readable, fitting, and not about to end.
struct CertificateCheck {
  static let soon: Int64 = 21

  var files: Certificate.Files?
  var address: String
  var now: Instant

  func findings() -> [Finding] {
    guard let files else { return [] }
    var findings: [Finding] = []
    do {
      let certificate = try Certificate(files)
      let left = certificate.daysLeft(at: now)
      if let fault = certificate.fault(at: now) {
        findings.append(.broken("certificate", "\(files.certificate): \(fault)"))
      } else if left < Self.soon {
        findings.append(.look("certificate", "It ends in \(left) days. Renew it."))
      } else {
        findings.append(.well("certificate", "It fits its key and holds for \(left) days."))
      }
    } catch {
      findings.append(.broken("certificate", (error as? Problem)?.text.english ?? "\(error)"))
    }
    if FileMode(files.key)?.isOpenToOthers == true {
      findings.append(
        .look(
          "certificate",
          "\(files.key) can be read by others on this machine: chmod 600 \(files.key)"))
    }
    if !address.hasPrefix("https://") {
      findings.append(
        .broken(
          "certificate",
          "The desk speaks HTTPS, but address begins with \(address.prefix { $0 != "/" })//: cookies would not be for HTTPS only. Write https://."
        ))
    }
    return findings
  }
}
