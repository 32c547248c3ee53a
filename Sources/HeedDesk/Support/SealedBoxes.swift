public import HeedModel

/// A secret of the record in its box, as it stands there.
public struct SealedBox: Sendable {
  enum Place: Sendable {
    case account(ID<Account>)
    case secondFactor(ID<Member>)
    case notes(ID<NoteSubscription>)
    case secret(String)
    case browser(PushSubscription)
    case key(DeskKey)
  }

  let place: Place
  /// Whose it is, for whoever runs the desk: of what people said it tells nothing.
  public var name: String
  public var box: [UInt8]

  /// What the box is bound to, so that a row's secret does not open in another row.
  public var owner: String {
    switch place {
    case .account(let id): Owner.account(id)
    case .secondFactor(let id): Owner.secondFactor(id)
    case .notes(let id): Owner.notes(id)
    case .secret(let name): Owner.secret(name)
    case .browser(let browser): Owner.push(browser.placeHash)
    case .key(let key): Owner.deskKey(key.name)
    }
  }
}

/// The one list of what the desk's key opens: whoever gives the desk a new key and whoever looks whether the key fits
/// go by it. What is over within the hour, as a proof that was begun, is not in it.
extension RecordReading {
  public func sealedBoxes() throws -> [SealedBox] {
    var boxes: [SealedBox] = []
    for account in try accounts() {
      guard let box = try credentials(of: account.id), !box.isEmpty else { continue }
      let name = try handles([account.handle]).first?.address ?? account.server
      boxes.append(SealedBox(place: .account(account.id), name: name, box: box))
    }
    for member in try members() {
      guard let box = try secrets(of: member.id)?.sealedTOTPKey else { continue }
      boxes.append(
        SealedBox(
          place: .secondFactor(member.id), name: "the second factor of \(member.email)", box: box))
    }
    for notes in try noteSubscriptions() {
      boxes.append(
        SealedBox(
          place: .notes(notes.id), name: "notes from \(notes.place)", box: notes.sealedSecret))
    }
    if let box = try deskSecret(DigestBook.secret) {
      boxes.append(
        SealedBox(place: .secret(DigestBook.secret), name: "the desk's digests", box: box))
    }
    for browser in try allPushSubscriptions() {
      boxes.append(
        SealedBox(place: .browser(browser), name: "a browser that is told", box: browser.sealed))
    }
    if let key = try deskKey(Desk.pushKeyName) {
      boxes.append(SealedBox(place: .key(key), name: "the key of pushes", box: key.sealed))
    }
    return boxes
  }
}

extension RecordWriting {
  /// Puts a box sealed anew in the place of the one that was read.
  func put(_ fresh: [UInt8], inPlaceOf old: SealedBox) throws {
    switch old.place {
    case .account(let id): try setCredentials(fresh, of: id)
    case .secondFactor(let id):
      guard var secrets = try secrets(of: id) else { return }
      secrets.sealedTOTPKey = fresh
      try update(secrets, of: id)
    case .notes(let id): try setSecret(fresh, of: id)
    case .secret(let name): try save(deskSecret: fresh, named: name)
    case .browser(var browser):
      browser.sealed = fresh
      try save(browser)
    case .key(var key):
      key.sealed = fresh
      try update(key)
    }
  }
}
