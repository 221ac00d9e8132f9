"""The words that tell what a value beside them is, in the languages that customers write.

A phrase is written in small letters without accents; `*` at its end stands for any ending. What
stands under `WEAK` decides only where nothing better is near, and then the user is asked.
"""

from enum import IntEnum, auto


class Hint(IntEnum):
    """What a word says about the value beside it."""

    SEED = auto()
    KEY = auto()
    TOTP = auto()
    CODE = auto()
    BACKUP = auto()
    PASSWORD = auto()
    PIN = auto()
    API = auto()
    TOKEN = auto()
    CARD = auto()
    CVV = auto()
    IDENTITY = auto()
    PUBLIC = auto()  # a transaction, an address, a hash
    NUMBER = auto()  # an order, a ticket, an amount, a time
    ENTRY = auto()  # getting in, typing, how a word is spelt: a password may stand near


SPACED: dict[Hint, str] = {
    Hint.SEED: """
        seed, seeds, seed phrase*, seed word*, seedphrase*, seedword*, wallet seed, backup seed,
        master seed, recovery phrase*, recovery word*, recovery sentence, recovery seed,
        secret phrase, secret words, secret recovery phrase, srp, wallet phrase, wallet words,
        wallet backup, backup phrase*, backup words, backup sheet, passphrase words, mnemonic*,
        mneumonic, menmonic, pneumonic, word list, magic words, word phrase, 12 words, 12 word,
        13 words, 15 words, 18 words, 20 words, 21 words, 24 words, 24 word, 25 words, 25 word,
        33 words, twelve words, twelve word, twenty four words, twenty words, 12words, 24words,
        shamir, slip39, slip 39, bip39, bip 39, recovery share, algorand passphrase,
        frase semilla, frase de recuperacion, frase de respaldo, frase secreta, semilla,
        palabras semilla, palabras de recuperacion, 12 palabras, 24 palabras,
        frase de recuperacao, frase semente, semente, frase de seguranca, 12 palavras,
        24 palavras, phrase de recuperation, phrase secrete, phrase mnemonique, 12 mots, 24 mots,
        graine, wiederherstellungsphrase, wiederherstellungsworter, wiederherstellungswoerter,
        12 worter, 24 worter, 12 woerter, 24 woerter, seedworter, frase di recupero, frase seed,
        12 parole, 24 parole, parole chiave, сид, сидка, сид фраз*, сидфраз*, мнемон*,
        фраз* восстановления, секретн* фраз*, 12 слов, 24 слова, 24 слов, резервн* фраз*,
        kurtarma ifade*, kurtarma kelime*, kurtarma cumle*, tohum, gizli kelime*, 12 kelime*,
        24 kelime*, cum tu khoi phuc, cum tu hat giong, frasa pemulihan, frase pemulihan,
        frasa benih, kata pemulihan, herstelzin, herstelwoorden, fraza odzyskiwania, fraza seed,
        slowa odzyskiwania, seed fraze, obnovovaci fraze, zhujici, zhu ji ci
    """,
    Hint.KEY: """
        private key*, key for address, key for wallet, key of address, privatekey*, privkey*,
        priv key*, pkey, pkeys, prvkey, private wallet key, privatkey*, pvt key, pk, secret key*,
        secretkey*, master key, master private key, wallet key, wallet keys, signing key,
        spend key, secret spend key, view key, spending key, exported key, extended private key,
        keystore, wif, family seed, secret seed, xprv, account secret, wallet secret,
        clave privada, llave privada, chave privada, cle privee, clef privee, privater schlussel,
        privaten schlussel, private schlussel, privater schluessel, privatschlussel,
        geheimer schlussel, chiave privata, prive sleutel, privesleutel, приватн* ключ*, приватник,
        секретн* ключ*, закрыт* ключ*, ozel anahtar*, gizli anahtar*, cuzdan anahtar*,
        sign my transactions, signs my transactions, sign transactions, signs transactions,
        controls my coins, controls my funds, controls the wallet, moves my coins, moves my funds,
        exported the account, exported my account, exported the wallet, exported my wallet,
        khoa rieng tu, khoa bi mat, kunci pribadi, kunci privat, kunci rahasia, klucz prywatny,
        soukromy klic, privat nyckel, siyao, si yao, show private key, export private key,
        export key, import key, sweep, khoa ca nhan, key exported, keys exported
    """,
    Hint.TOTP: """
        2fa secret*, 2fa setup key, 2fa key*, 2fa seed, 2fa setup*, 2fa backup key, totp secret*,
        totp key*, totp seed, otp secret*, otp key, otpauth, authenticator key*,
        authenticator secret*, authenticator setup*, authenticator backup key,
        authenticator backup, authenticator seed, google auth key, google authenticator key,
        google authenticator secret, ga key, ga secret, gauth key, mfa secret, setup key*,
        manual entry key, manual entry, manual key, qr secret, authy key, two factor secret,
        two factor key, clave secreta 2fa, clave del autenticador, clave de configuracion,
        cle 2fa, cle de configuration, cle secrete 2fa, 2fa schlussel, einrichtungsschlussel,
        ключ 2fa, секрет 2fa, ключ аутентификатора, ключ настройки, kurulum anahtar*,
        2fa anahtar*, chave 2fa, chave de configuracao, chave do autenticador, base32
    """,
    Hint.CODE: """
        2fa, mfa, 2 fa, tfa, 2fa code*, mfa code, otp, otp code, otps, totp, totp code,
        one time code*, one off number*, one off code*, number i was sent,
        one time password*, one time pass, one time pin, onetime code,
        single use code, authenticator*, authentication code*, auth code, authy, google auth,
        gauth, g auth, g auth number, gauth number, text said, text says, sms said, ga code,
        two factor*, twofactor*, 2 factor, second factor, 2 step, two step, two step code,
        device confirmation, login confirmation, verification code*, verification number,
        verify code, verification pin, confirmation code*, security code from, login code*,
        sign in code, signin code, access code*, sms, sms code, text code, texted, text message,
        a text, text from, text with, email code, mail code, six digit*, 6 digit*, 6digit*,
        6 digits, six digits, 8 digit code, digit code, digits code, six numbers, 6 numbers,
        passcode, pass code, code google, code from the app, app code, withdrawal code, token code,
        codigo 2fa, codigo de verificacion, codigo de seguridad, codigo de autenticacion,
        codigo sms, codigo de verificacao, codigo de autenticacao, codigo de acceso,
        codigo de confirmacion, autenticador, autenticacion, doble factor, dois fatores,
        code de verification, code de confirmation, code sms, code a usage unique,
        double authentification, authentificateur, bestatigungscode, bestaetigungscode,
        verifizierungscode, einmalcode, einmalpasswort, sicherheitscode, zwei faktor code,
        codice di verifica, codice otp, codice sms, autenticatore, verificatiecode,
        код подтверждения, код из смс, код из sms, смс, смс код, код аутентификатор*,
        аутентификатор*, код проверки, двухфакторн*, одноразов* код, одноразов* пароль, код 2fa,
        код безопасности, проверочн* код, dogrulama kod*, onay kod*, guvenlik kod*,
        tek kullanimlik, kimlik dogrulay*, sms kod*, dogrulayici, ma xac minh, ma xac thuc, ma otp,
        kode verifikasi, kode otp, kode konfirmasi, kod weryfikacyjny, kod sms, overovaci kod,
        yanzhengma, yan zheng ma, yzm, verification mail, verification email*, verification e mail,
        confirmation mail, confirmation email*, confirmation e mail
    """,
    Hint.BACKUP: """
        backup code*, back up code*, backup codes, recovery code*, rescue code*, emergency code*,
        scratch code*, reset code, 2fa backup code*, 2fa recovery, restore code*, spare code*,
        codigo de respaldo, codigos de respaldo, codigo de recuperacion, codigos de recuperacion,
        codigos de recuperacao, codigos de backup, code de secours, codes de secours,
        code de recuperation, codes de recuperation, backup code, wiederherstellungscode*,
        codice di recupero, codici di backup, резервн* код*, код* восстановления, kurtarma kod*,
        yedek kod*, ma khoi phuc, ma du phong, kode cadangan, kode pemulihan
    """,
    Hint.PASSWORD: """
        password*, pass, secret word, пасс, passwd, passwds, pass word, pwrd, pswrd, psswrd,
        pasword, passkey, passw, pwd, pwds, pw, pws, pword, psw, pswd, paswd, passwort*, passwort,
        kennwort*, pass phrase, passphrase*, login pass, credential*, creds, login details,
        login data, account details, password i use, password i used, password i always use,
        security answer, secret answer, contrasena*, contrasenya,
        contrasenia, clave, clave de acceso, senha*, palavra passe, mot de passe, mdp, motdepasse,
        wachtwoord*, parola*, пароль, парол*, sifre*, parola, mat khau, matkhau, mk, kata sandi,
        sandi, katasandi, haslo*, heslo*, losenord*, salasana*, adgangskode, passord, jelszo*,
        lozinka, parool, κωδικος, كلمة المرور, كلمة السر, סיסמה, mima, mi ma, kunnen, p4ssword,
        pasword*, passwrd, passowrd, pssword, psswd, passwod, passworde, p w, anti phishing code,
        anti phishing phrase, phishing code, antiphishing code, maiden name, passcode, pass code
    """,
    Hint.PIN: """
        pin, pins, pin code*, pincode*, pin number, app pin, card pin, unlock pin, unlock code,
        screen lock, phone code, geheimzahl, codigo pin, code pin, пин, пин код, пинкод, pin kodu,
        nip, ma pin, lock code, 4 digit*, four digit*
    """,
    Hint.API: """
        api secret*, apisecret*, api key secret, api keys, api key*, apikey*, api token, secret,
        secrets, client secret, app secret, access key*, access key id, secret access key,
        bitfinex secret, bfx secret, bitfinex key, bfx key, key secret, key pair, keypair, hmac,
        signing secret, webhook secret, sign with, signing with, sign the payload with,
        sign requests with, sign the request with, sign the requests with, private one,
        api sec, api credentials, api credential, aws secret,
        apiid, clave api, secreto, secreto api, cle api, cle secrete, secret api, clave secreta,
        chave secreta, chave api, chave de api, segredo, geheimnis, api schlussel,
        geheimschlussel, chiave api, chiave segreta, апи ключ*, api ключ*, секрет, секретка,
        ключ api, api anahtar*, gizli, khoa api, kunci api, klucz api, bitfinex api, bfx api
    """,
    Hint.TOKEN: """
        bearer, auth token*, access token*, refresh token*, session token*, session id, sessionid,
        session cookie, session, cookie*, jwt, id token, csrf, csrf token, personal access token,
        pat, bot token, oauth*, login token, authorization, bfx signature, bfx apikey, signature,
        sid, phpsessid, jsessionid, connect sid, токен доступа, токен, auth sig, sig
    """,
    Hint.CARD: """
        card number*, card no, card num, credit card, debit card, card, cc, ccnum, visa,
        mastercard, amex, american express, unionpay, maestro, cardnumber, tarjeta,
        numero de tarjeta, cartao, carte bancaire, carte, kreditkarte, kartennummer, карт*,
        номер карты, kart, kart numaras*, kredi kart*, so the, kartu kredit, nomor kartu,
        pan number, carta di credito, full number, long number, 16 digit*, sixteen digit*
    """,
    Hint.CVV: """
        cvv, cvv2, cvc, cvc2, cvn, cid code, card security code, security code, card verification,
        security number, last three digits, digits on the back, code on the back, on the back,
        code on back, back of the card, sicherheitscode, codigo de seguridad, code de securite,
        guvenlik kodu, код безопасности, codice di sicurezza, back of card,
        codigo de seguridad de la tarjeta, prufziffer, kartenprufnummer, cryptogramme, cvv code,
        cvc code, csc, код на обороте, three digit*, 3 digit*, security digit*, three numbers,
        3 numbers, numbers behind, digits behind, at the rear, on the rear, on its back
    """,
    Hint.IDENTITY: """
        passport*, passport number, passport no, passport num, pasaporte*, passeport*, reisepass*,
        reisepassnummer, passaporte*, passaporto, паспорт*, pasaport*, paszport*, ssn, social is,
        social security*, social security number, sin number, social insurance*, national id*,
        national identity*, national identity card*, id document*, identity document*,
        national insurance*, nino, ni number, identity number, identity card*, id card*,
        id card number, personal id, personal number, personal code,
        identification number, citizen id, government id, gov id, nik, ktp, cnic, id number, id no,
        nric, mykad, fin number, bsn, burgerservicenummer, nir, numero de securite sociale,
        securite sociale, steuer id, steuerid, steuer identifikationsnummer, steuernummer, tax id*,
        taxpayer*, tin, itin, tfn, tax file number, cpf, rg, cnh, curp, rfc, dni, nie, nif, cedula,
        rut, cuil, cuit, codice fiscale, pesel, dowod osobisty, rodne cislo, tc kimlik*, kimlik no,
        kimlik numara*, tckn, снилс, инн, aadhaar*, aadhar*, pan card, pan no, emirates id, eid,
        iqama, hkid, driver license*, drivers license*, driver s license*, driving license*,
        driving licence*, drivers licence*, driver licence*, licence number, license number,
        fuhrerschein*, personalausweis*, ausweis*, ausweisnummer, personnummer, cccd, cmnd,
        so cccd, medicare number, nhs number, residence permit*, my number card, voter id,
        documento de identidad, documento nacional, carte d identite, cni, hukou, shenfenzheng,
        sfz, tax number, vat id, vat number, oib, egn, cnp, teudat zehut, thai id,
        green card number,
        alien number, permit number, id card no, philsys, umid, sss number, number on my id,
        number on the id, number on id
    """,
    Hint.PUBLIC: """
        sent, tx, txs, txn, txns, trx id, tx no, tx id, txid*, txhash, tx hash, transaction*,
        transaction id, transaction hash, hash, hashes, block, block hash, blockhash,
        confirmation*, confirmed, explorer, etherscan, blockstream, mempool, tronscan, solscan,
        bscscan, blockchain, sha256, sha 256, checksum, digest, fingerprint, commit, public key*,
        publickey*, pubkey*, pub key*, xpub*, pubkeys, zpub, address*, adress*, addr,
        deposit address*, wallet address, contract*, token address, smart contract*, recipient,
        destination, receiver, account id, deposited, withdrew, withdraw, sent to, sent from,
        transferred, payment hash, invoice, merkle, signature hash, genesis, utxo, outpoint,
        direccion*, transaccion*, hash de la transaccion, endereco*, transacao, transacoes,
        adresse*, transaktion*, indirizzo*, transazione*, transactie*, transakcj*, транзакц*, хэш*,
        хеш*, адрес*, блок*, islem*, adres*, giao dich, dia chi, transaksi, alamat, hash transaksi,
        ha xi, dizhi, receipt, uetr, message id, request id, ipfs, cid, finalized, finalised,
        solana signature, transaction signature, tx signature
    """,
    Hint.NUMBER: """
        ticket*, tickets, case, case number, case id, case no, request, request id, request number,
        order*, order id, order no, order number, user id*, userid, uid, client id, customer id,
        customer*, account id, account number, account no, member id, referral code, referral,
        ref code, ref, reference*, refcode, affiliate code, promo code*, coupon*, voucher code,
        discount code, invite code, invitation code, tag, destination tag*, dest tag, dt, memo,
        memos, memo id, payment id, withdrawal id, withdrawal no, withdrawal number, withdrawal*,
        withdraw, withdrew, deposit*, deposit id, movement*, movement id, amount*, balance*, total,
        sum, price*, fee, fees, cost, volume, invoice*, transaction*, transaction number,
        transfer*, transferred, trade*, trade id, position*, offer*, loan*, credit id,
        application*, error*, error code*, errors, status code, http code, http status,
        response code, exit code, code error, err, postal code*, pin code postal, postal pin*,
        post code*, postcode*, zip, zip code*, zipcode, area code, country code*, rechnung*,
        facture*, factura*, fattura*, dial code, dialing code, calling code, swift code*, swift,
        bic, bank code*, sort code*, branch code, routing number*, routing, iban, bsb,
        clearing code, currency code, color code, colour code, product code, promo, source code,
        barcode, tracking code, tracking number, tracking, code review, contract code, tel,
        telephone, fax, whatsapp, date*, dated, timestamp, ts, mts, ends in, ending, nonce,
        block height, block number, block, height, blocks, build, version, release, port, level,
        tier, ids, arn, rrn, stan, cid, priority, client order id, application number,
        application id, verification application, registration number, complaint*, report number,
        report, incident*, sequence, seq, serial*, serial number, batch, docket, conversation*,
        chat id, thread, article, liquidat*, quantity, qty, size, username*, user name, login name,
        nickname, nick, handle, mail address, host, domain, app version, log in as, logged in as,
        login as, boleto, numero de ticket, pedido, numero de pedido, orden, retiro, deposito*,
        saque, monto, importe, cantidad, valor, referencia, numero de cuenta, conta, cuenta,
        codigo postal, codigo de error, codigo de erro, codigo pais, usuario, fecha, caso,
        incidencia, commande, retrait, montant, code postal, code erreur, code d erreur, dossier,
        demande, utilisateur, compte, numero, bestellung*, bestellnummer, auftrag*, auftragsnummer,
        auszahlung*, einzahlung*, betrag, postleitzahl, plz, fehlercode, kundennummer, benutzer*,
        benutzer id, nummer, vorgang*, kontonummer, konto, ordine, prelievo, importo, тикет*,
        заявк*, номер заявки, обращени*, ордер*, заказ*, номер заказа, вывод*, депозит*, сумм*,
        баланс*, тег, мемо, индекс, почтов* индекс, код ошибки, код страны, ошибк*,
        id пользователя, айди, номер, счет*, дата, пользовател*, логин, bilet*, talep*, siparis*,
        cekim*, yatirma*, tutar*, miktar*, bakiye*, etiket, posta kod*, hata kod*, ulke kod*,
        kullanici*, numara*, referans*, hesap*, islem no*, tarih*, ma don hang, don hang, so tien,
        rut tien, nap tien, ma loi, yeu cau, ma buu dien, phieu, tiket*, pesanan, penarikan,
        jumlah, kode pos, kode error, zgloszenie, zamowieni*, wyplat*, wplat*, kwot*, kod pocztowy,
        kod bledu, gongdan, dingdan, zhanghao, zhang hao, yonghuming, bianhao, last 4, last four,
        last 4 digits, last four digits, trace,
        trace id, ray id, ray
    """,
}

WEAK: dict[Hint, str] = {
    Hint.KEY: """
        key, keys, ключ*, clave*, llave, chave, cle, schlussel, schluessel, chiave, anahtar*,
        kunci, sleutel, private, hex, wallet import, unlock, recover, restore
    """,
    Hint.CODE: """
        code, codes, codigo*, codice, код*, kod*, kode, ma so, verification, entered, typed,
        digits, digit, entering, typing, input, ga, google, tried, log in, login, sign in,
        logging in
    """,
    Hint.TOTP: """
        qr code, qr, under the qr code, below the qr code, scan*, under it, below it, by hand
    """,
    Hint.TOKEN: """
        token, tokens, auth, signed, header, headers
    """,
    Hint.API: """
        api, hidden, confidential, sec, sign, auth key, keys
    """,
    Hint.PASSWORD: """
        login with, log in with, logged in with, sign in with, logins
    """,
    Hint.NUMBER: """
        number, no, nr, num, user, account, call, phone*, mobile, cell, telefon*, телефон*,
        telefono, iphone, android, browser, ip, folder, paid, bought, sold, worth, lost, limit,
        time, day, days, year, month, hour, hours, minutes, seconds, line, row, page, status*, id,
        email*, mail, e mail, http, app, file, device, login, lent, borrowed, spent, swapped,
        staked, earned, since, until
    """,
    Hint.SEED: """
        words, phrase, palabras, palavras, mots, worter, woerter, parole, слова, kelime*, backup,
        recovery, first half, second half, other half, first six, last six, next six, first 6,
        last 6, next 6, other six, in order, in this order, bip44, ledger, trezor, electrum,
        metamask, monero
    """,
    Hint.PUBLIC: """
        deposit*, withdrawal*, transfer*, received, account, payment*
    """,
    Hint.ENTRY: """
        log in, login, logging in, log on, sign in, signin, signing in, sign on, get in, get into,
        gets in, getting in, got in, let in, lets me in, let me in, let you in, way in, way into,
        open, opens, opened, unlock*, type, types, typed, typing, enter, enters, entered, entering,
        i put, put in, wrong login, entro con, entrar con, accedo con, acceder con,
        inicio sesion con, ingreso con, uso siempre,
        siempre uso, je tape, tape toujours, j entre, entre avec, connecte avec, je mets, tippe,
        tippe immer, logge mich, melde mich, gebe ein, gebe immer, einloggen mit, entro sempre,
        accedo sempre, sempre entro, sempre uso, masuk dengan, vhod, вхожу, захожу, ввожу,
        used for years, for years, always use, always used, i use,
        i used, my usual, capital, uppercase, lowercase, lower case, upper case, no spaces,
        changed it, set it to, exclamation mark, tried, old one, new one, too short, too weak,
        fills in, first box, second box, second field, lower box
    """,
}
