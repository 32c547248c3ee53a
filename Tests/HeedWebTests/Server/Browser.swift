import HTTPTypes
import HeedModel
import HeedNetwork
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import HeedWeb

/// What a browser does on the desk: it keeps cookies, and sends the token of the page back with each form.
final class Browser {
  let client: any TestClientProtocol
  var cookies: [String: String] = [:]
  /// Sent with every request.
  var headers: HTTPFields = [:]

  init(_ client: any TestClientProtocol) { self.client = client }

  @discardableResult
  func get(_ route: Route) async throws -> TestResponse { try await get(route.path) }

  @discardableResult
  func get(_ path: String) async throws -> TestResponse { try await send(.get, path) }

  /// Sends a form as this desk's own pages do.
  @discardableResult
  func post(_ route: Route, _ fields: [(FieldName, String)] = []) async throws -> TestResponse {
    try await post(route.path, fields.map { ($0.rawValue, $1) })
  }

  @discardableResult
  func post(_ path: String, _ fields: [(String, String)]) async throws -> TestResponse {
    let token = try await token()
    return try await form(path, fields + [("csrf", token)])
  }

  /// Sends exactly these fields, as a page of this desk would.
  @discardableResult
  func form(_ path: String, _ fields: [(String, String)]) async throws -> TestResponse {
    try await send(
      .post, path, ["Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"],
      type: Self.formType, body: Self.encoded(fields))
  }

  static let formType = "application/x-www-form-urlencoded"

  func send(
    _ method: HTTPRequest.Method, _ path: String, _ extra: [String: String] = [:],
    type: String? = nil, body: [UInt8]? = nil
  ) async throws -> TestResponse {
    var fields = headers
    for (name, value) in extra {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    if let type { fields[.contentType] = type }
    if !cookies.isEmpty {
      fields[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        .joined(separator: "; ")
    }
    let response = try await client.executeRequest(
      uri: path, method: method, headers: fields, body: body.map { ByteBuffer(bytes: $0) })
    keep(response)
    return response
  }

  private func keep(_ response: TestResponse) {
    for line in response.headers[values: .setCookie] {
      let pair = line.prefix { $0 != ";" }.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { continue }
      cookies[String(pair[0])] = line.contains("Max-Age=0;") ? nil : String(pair[1])
    }
  }

  /// The token that stands in this desk's forms for this browser.
  func token() async throws -> String {
    let isIn = cookies["heed"] != nil || cookies["__Host-heed"] != nil
    var page = try await get(isIn ? .me : .signInPage)
    for _ in 0..<3 where page.status == .seeOther { page = try await get(page.location ?? "/") }
    return try #require(page.token)
  }

  func signIn(_ name: String, password: String) async throws {
    let answer = try await post(
      .signIn, [(.email, name.lowercased() + "@desk.example"), (.password, password)])
    #expect(answer.status == .seeOther)
  }

  static func encoded(_ fields: [(String, String)]) -> [UInt8] {
    Array(
      fields.map { "\(WebQuery.segment($0.0))=\(WebQuery.segment($0.1))" }.joined(separator: "&")
        .utf8)
  }

  /// A form with one file, as browsers write it.
  static func multipart(
    _ fields: [(FieldName, String)], file: [UInt8]?, boundary: String = "----heedBoundary7"
  ) -> [UInt8] {
    var body: [UInt8] = []
    for (name, value) in fields {
      body += Array(
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name.rawValue)\"\r\n\r\n\(value)\r\n"
          .utf8)
    }
    if let file {
      body += Array(
        """
        --\(boundary)\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\
        Content-Type: image/png\r\n\r\n
        """.utf8)
      body += file + Array("\r\n".utf8)
    }
    return body + Array("--\(boundary)--\r\n".utf8)
  }
}

extension TestResponse {
  /// As somebody reads it: where a line may break stands nothing.
  var text: String {
    String(decoding: body.readableBytesView, as: UTF8.self).replacing("<wbr>", with: "")
  }
  var location: String? { headers[.location] }
  func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

  /// The token of the first form on the page.
  var token: String? {
    guard let start = text.firstRange(of: "name=\"csrf\" value=\"") else { return nil }
    return String(text[start.upperBound...].prefix { $0 != "\"" })
  }
}
