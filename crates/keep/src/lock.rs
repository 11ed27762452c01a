//! A lock on everything that is kept: a passphrase opens a key, and the key
//! closes names and texts.
//!
//! The key is random and is kept wrapped: Argon2id makes a key from the
//! passphrase, and XChaCha20-Poly1305 wraps with that. So another passphrase
//! wraps the same key anew, and nothing else has to be rewritten. Each text is
//! closed by itself, together with its name; a text moved under another name
//! does not open.

use base64ct::{Base64Unpadded, Encoding};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use course::named;
use hmac::Mac;
use record::LocalDate;
use record::key::LOCK;
use record::saved::{FORM, Fields, Other, Read, Unreadable};
use record::sealing::{Secret, derive, keyed_hash};
use serde_json::Value;
use zeroize::Zeroizing;

/// What the names of closed texts begin with.
pub const CLOSED: &str = "waymark.x.";

/// After how many minutes without activity it locks itself: the choices a
/// learner has. The second applies until somebody chooses.
pub const MINUTES: [u64; 5] = [5, 10, 20, 30, 60];
const USUAL_MINUTES: u64 = 10;

/// The most it may cost to try a lock found in storage.
const MOST: Cost = Cost { memory: 256 * 1024, passes: 16, lanes: 4 };

const SALT: usize = 16;
const NONCE: usize = 24;

/// Random bytes for a lock. They must be fresh, and good enough for keys.
pub type Random = [u8; SALT + NONCE];

named! {
    /// The state of a lock.
    pub enum State {
        /// It is being put on: everything is closed.
        GoingOn = "going-on",
        /// It is on.
        On = "on",
        /// It is being taken off: nothing is closed any more.
        GoingOff = "going-off",
        /// It is off. Its key still opens what was closed by a page that did not hear of it.
        Off = "off",
    }
}

/// What trying a passphrase costs; memory in KiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    memory: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    /// OWASP's minimum for Argon2id: 19 MiB, two passes, one lane.
    pub const USUAL: Self = Self { memory: 19 * 1024, passes: 2, lanes: 1 };
    /// The least there can be, for tests that make thousands of keys.
    pub const LEAST: Self = Self { memory: 8, passes: 1, lanes: 1 };
}

/// Why a lock did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shut {
    /// The passphrase is wrong.
    Passphrase,
    /// A newer Waymark made the lock.
    Newer,
    /// The lock itself is damaged, or there is too little memory to open it.
    Damaged,
}

/// A lock as it is kept. It opens nothing without the passphrase.
#[derive(Debug, Clone, PartialEq)]
pub struct Lock {
    cost: Cost,
    salt: Vec<u8>,
    /// A nonce, and the key wrapped with it.
    wrapped: Vec<u8>,
    /// After how many minutes without activity it locks itself, and a seal which shows
    /// that whoever chose this had the key.
    minutes: u64,
    seal: String,
    /// Its state.
    pub state: State,
    /// Goes up whenever the lock is written: of two texts of one lock the higher counts.
    pub epoch: u64,
    /// The day it was taken off.
    pub off: Option<LocalDate>,
    /// An id of the key it is for.
    key_id: String,
    other: Other,
}

impl Lock {
    /// A lock for a key that a passphrase opens; `None` where there is too
    /// little memory for it.
    pub fn new(key: &DataKey, passphrase: &str, random: &Random, cost: Cost) -> Option<Self> {
        let (salt, nonce) = random.split_at(SALT);
        let wrapping = wrapping(passphrase, salt, cost)?;
        let mut wrapped = nonce.to_vec();
        wrapped.extend(close(&wrapping, nonce, LOCK.as_bytes(), &key.key[..]));
        let (key_id, other) = (key.id(), Fields::default().rest());
        Some(Self {
            cost,
            salt: salt.to_vec(),
            wrapped,
            minutes: USUAL_MINUTES,
            seal: key.seal(USUAL_MINUTES),
            state: State::GoingOn,
            epoch: 1,
            off: None,
            key_id,
            other,
        })
    }

    /// The key, if the passphrase is right.
    ///
    /// # Errors
    /// `Passphrase` where it is wrong, `Damaged` where there is too little memory to try.
    pub fn open(&self, passphrase: &str) -> Result<DataKey, Shut> {
        let wrapping = wrapping(passphrase, &self.salt, self.cost).ok_or(Shut::Damaged)?;
        let opened = open(&wrapping, &self.wrapped, LOCK.as_bytes()).map(Zeroizing::new);
        let opened = opened.ok_or(Shut::Passphrase)?;
        let mut key = Secret::default();
        if opened.len() != key.len() {
            return Err(Shut::Damaged);
        }
        key.copy_from_slice(&opened);
        Ok(DataKey::new(key))
    }

    /// The same lock with another passphrase; `None` as for [`Lock::new`].
    pub fn with_passphrase(
        &self,
        key: &DataKey,
        passphrase: &str,
        random: &Random,
        cost: Cost,
    ) -> Option<Self> {
        let new = Self::new(key, passphrase, random, cost)?;
        let Self { salt, wrapped, .. } = new;
        Some(Self { cost, salt, wrapped, epoch: self.epoch + 1, ..self.clone() })
    }

    /// What the name of its copy begins with.
    pub const COPY: &str = "waymark.lock.";

    /// The name of its copy, which identifies the key it is for and reveals nothing about it.
    pub fn copy_name(&self) -> String {
        format!("{}{}", Self::COPY, self.key_id)
    }

    /// After how many minutes without activity it locks itself, from 1 to 60.
    /// Minutes without a valid seal count only where they are few.
    pub fn minutes(&self, key: &DataKey) -> u64 {
        let is_chosen = self.seal == key.seal(self.minutes);
        let most = if is_chosen { MINUTES[MINUTES.len() - 1] } else { USUAL_MINUTES };
        self.minutes.clamp(1, most)
    }

    /// Chooses after how many minutes it locks itself.
    pub fn choose_minutes(&mut self, minutes: u64, key: &DataKey) {
        self.minutes = minutes;
        self.seal = key.seal(minutes);
    }

    /// Whether this lock is for a key. It takes no passphrase, and reveals
    /// nothing about the key itself.
    pub fn is_for(&self, key: &DataKey) -> bool {
        self.key_id == key.id()
    }

    /// The saved form.
    pub fn write(&self) -> String {
        let mut fields = Fields::with(&self.other);
        fields.put_number("form", FORM);
        fields.put_number("memory", self.cost.memory.into());
        fields.put_number("passes", self.cost.passes.into());
        fields.put_number("lanes", self.cost.lanes.into());
        fields.put_text("salt", &Base64Unpadded::encode_string(&self.salt));
        fields.put_text("key", &Base64Unpadded::encode_string(&self.wrapped));
        fields.put_text("key_id", &self.key_id);
        fields.put_number("minutes", self.minutes);
        fields.put_text("seal", &self.seal);
        fields.put_text("state", self.state.name());
        fields.put_number("epoch", self.epoch);
        fields.put_shown("off", self.off.as_ref().map(|day| day as _));
        Value::Object(fields.rest()).to_string()
    }

    /// Reads a saved form.
    pub fn read(text: &str) -> Read<Self> {
        let Ok(Value::Object(fields)) = serde_json::from_str(text) else {
            return Err(Unreadable::Foreign);
        };
        let mut fields = Fields::with(&fields);
        match fields.number("form")? {
            Some(FORM) => {}
            Some(newer) if newer > FORM => return Err(Unreadable::Newer),
            _ => return Err(Unreadable::Foreign),
        }
        let mut number = |name, most: u32| {
            let number = fields.number(name)?.and_then(|number| u32::try_from(number).ok());
            number.filter(|number| (1..=most).contains(number)).ok_or(Unreadable::Foreign)
        };
        let cost = Cost {
            memory: number("memory", MOST.memory)?,
            passes: number("passes", MOST.passes)?,
            lanes: number("lanes", MOST.lanes)?,
        };
        let decode = |text: &str| Base64Unpadded::decode_vec(text).ok();
        let salt = fields.need("salt", decode)?;
        let wrapped = fields.need("key", decode)?;
        let minutes = fields.number("minutes")?.filter(|minutes| *minutes > 0).unwrap_or(USUAL_MINUTES);
        let seal = fields.text("seal")?;
        // A lock of the first edition is on, and was never rewritten.
        let state = fields.maybe("state", State::from_name)?.unwrap_or(State::On);
        let epoch = fields.number("epoch")?.unwrap_or_default();
        let off = fields.maybe("off", LocalDate::parse)?;
        let key_id = fields.text("key_id")?;
        Ok(Self { cost, salt, wrapped, minutes, seal, state, epoch, off, key_id, other: fields.rest() })
    }
}

/// The key that closes what is kept. It is wiped when dropped.
pub struct DataKey {
    key: Secret,
    names: Secret,
    texts: Secret,
}

impl DataKey {
    /// A key made of random bytes, which must be good enough for one.
    pub fn new(key: Secret) -> Self {
        let names = derive(&key[..], &[], b"waymark names");
        let texts = derive(&key[..], &[], b"waymark texts");
        Self { key, names, texts }
    }

    /// The seal which shows that whoever chose a number of minutes had the key.
    fn seal(&self, minutes: u64) -> String {
        self.name(&format!("minutes {minutes}")).split_off(CLOSED.len())
    }

    /// What tells this key apart from others.
    fn id(&self) -> String {
        self.name("").trim_start_matches(CLOSED).to_owned()
    }

    /// A name that reveals nothing, always the same for the same name.
    pub fn name(&self, name: &str) -> String {
        let hash = keyed_hash(&self.names).chain_update(name.as_bytes()).finalize().into_bytes();
        format!("{CLOSED}{}", Base64Unpadded::encode_string(&hash[..15]))
    }

    /// A text closed together with its name. The nonce must be fresh.
    pub fn close(&self, name: &str, text: &str, nonce: &[u8; NONCE]) -> String {
        let stands = self.name(name);
        let whole = Value::from(vec![name, text]).to_string();
        let closed = close(&self.texts, nonce, stands.as_bytes(), whole.as_bytes());
        Base64Unpadded::encode_string(&[&nonce[..], &closed[..]].concat())
    }

    /// The name and the text of what is under a closed name; `None` where it
    /// is damaged, or was moved from another name.
    pub fn open(&self, stands: &str, closed: &str) -> Option<(String, String)> {
        let opened = open(&self.texts, &Base64Unpadded::decode_vec(closed).ok()?, stands.as_bytes())?;
        let Ok(Value::Array(whole)) = serde_json::from_slice(&opened) else {
            return None;
        };
        match &whole[..] {
            [Value::String(name), Value::String(text)] => Some((name.clone(), text.clone())),
            _ => None,
        }
    }
}

fn wrapping(passphrase: &str, salt: &[u8], cost: Cost) -> Option<Secret> {
    // Asked for first, because without memory the page would end.
    let room = usize::try_from(cost.memory).ok()? * 1024 + 1_000_000;
    let mut probe = Vec::<u8>::new();
    probe.try_reserve_exact(room).ok()?;
    drop(std::hint::black_box(probe));
    let params = argon2::Params::new(cost.memory, cost.passes, cost.lanes, Some(32)).ok()?;
    let argon2 = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
    let mut key = Secret::default();
    argon2.hash_password_into(passphrase.as_bytes(), salt, &mut key[..]).ok()?;
    Some(key)
}

fn close(key: &Secret, nonce: &[u8], about: &[u8], text: &[u8]) -> Vec<u8> {
    let cipher = XChaCha20Poly1305::new((&**key).into());
    // It fails only for texts of 256 GiB.
    cipher.encrypt(XNonce::from_slice(nonce), Payload { msg: text, aad: about }).unwrap_or_default()
}

fn open(key: &Secret, closed: &[u8], about: &[u8]) -> Option<Vec<u8>> {
    let (nonce, closed) = closed.split_at_checked(NONCE)?;
    let cipher = XChaCha20Poly1305::new((&**key).into());
    cipher.decrypt(XNonce::from_slice(nonce), Payload { msg: closed, aad: about }).ok()
}

#[cfg(test)]
mod saved_forms;
#[cfg(test)]
mod tests;
