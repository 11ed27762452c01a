//! Local dates and times, as the learner's own clock shows them.

use std::fmt;

/// A day in the local calendar. No time zone: it is the day the learner
/// would write at the top of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalDate {
    year: u16,
    month: u8,
    day: u8,
}

impl LocalDate {
    /// The first day there is; used where a clock makes no sense.
    pub const FIRST: Self = Self { year: 1, month: 1, day: 1 };

    /// The day, if it exists: years 1 to 9999, months and days from 1.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let fits = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day);
        fits.then_some(Self { year, month, day })
    }

    /// Reads `2026-11-22`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| {
            let part = parts.next()?;
            let plain = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| part.parse::<u16>().ok()).flatten()
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        let whole = parts.next().is_none();
        whole.then(|| Self::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)).flatten()
    }

    /// Reads a day that a person typed into a field for days: a year of two digits is one
    /// of this century. `None` where nobody would mean the year, as while somebody is
    /// halfway through typing it.
    pub fn typed(text: &str) -> Option<Self> {
        let day = Self::parse(text)?;
        match day.year {
            0..100 => Self::new(day.year + 2000, day.month, day.day),
            1900.. => Some(day),
            _ => None,
        }
    }

    /// Year, month from 1, day from 1.
    pub fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// Days since 1 January of year 1, so that differences are numbers of days.
    pub fn day_number(self) -> u32 {
        let before = u32::from(self.year) - 1;
        let years = before * 365 + before / 4 - before / 100 + before / 400;
        let months: u32 = (1..self.month).map(|month| u32::from(days_in(self.year, month))).sum();
        years + months + u32::from(self.day)
    }

    /// The day that many days later, or the last day there is where that is too far.
    pub fn later(self, days: u16) -> Self {
        let mut left = u32::from(days) + u32::from(self.day);
        let (mut year, mut month) = (self.year, self.month);
        while left > u32::from(days_in(year, month)) {
            left -= u32::from(days_in(year, month));
            (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            if year > 9999 {
                return Self { year: 9999, month: 12, day: 31 };
            }
        }
        Self { year, month, day: u8::try_from(left).unwrap_or(1) }
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for LocalDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A day and the time on the clock, to the second: `2026-11-22T21:04:05`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalTime {
    /// The day.
    pub date: LocalDate,
    seconds: u32,
}

impl LocalTime {
    /// The first moment of a day.
    pub fn midnight(date: LocalDate) -> Self {
        Self { date, seconds: 0 }
    }

    /// The time, if a clock can show it.
    pub fn new(date: LocalDate, hour: u32, minute: u32, second: u32) -> Option<Self> {
        let fits = hour < 24 && minute < 60 && second < 60;
        fits.then_some(Self { date, seconds: (hour * 60 + minute) * 60 + second })
    }

    /// Hour, minute and second.
    pub fn clock(&self) -> (u32, u32, u32) {
        (self.seconds / 3600, self.seconds / 60 % 60, self.seconds % 60)
    }

    /// Minutes since the day with number 0.
    pub fn minutes(&self) -> u64 {
        u64::from(self.date.day_number()) * 1440 + u64::from(self.seconds / 60)
    }

    /// Reads `2026-11-22T21:04:05`.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, clock) = text.split_once('T')?;
        let mut parts = clock.split(':');
        let mut number = || parts.next().filter(|part| part.len() == 2)?.parse::<u32>().ok();
        let (hour, minute, second) = (number()?, number()?, number()?);
        let whole = parts.next().is_none();
        whole.then(|| Self::new(LocalDate::parse(date)?, hour, minute, second)).flatten()
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute, second) = self.clock();
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}", self.date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_are_and_days_that_are_not() {
        for text in ["2026-11-22", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(LocalDate::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-01",
            "2026-1-1",
            "2026-01-00",
            "+026-01-01",
            "",
            "2026-01-01-",
            "2026-01-011",
            "0000-01-01",
        ] {
            assert_eq!(LocalDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn day_numbers_count_days() {
        let days = |a: &str, b: &str| {
            LocalDate::parse(b).unwrap().day_number() - LocalDate::parse(a).unwrap().day_number()
        };
        assert_eq!(days("2026-11-22", "2026-11-23"), 1);
        assert_eq!(days("2023-12-31", "2024-12-31"), 366);
        assert_eq!(days("1970-01-01", "2026-11-22"), 20_779);
    }

    #[test]
    fn days_later_are_as_many_days_away() {
        for from in ["2026-11-22", "2024-02-28", "1999-12-31", "0001-01-01"] {
            let from = LocalDate::parse(from).unwrap();
            for days in [0, 1, 2, 7, 14, 28, 366, 40_000] {
                assert_eq!(from.later(days).day_number() - from.day_number(), u32::from(days));
            }
        }
        assert_eq!(LocalDate::parse("9999-12-30").unwrap().later(9).to_string(), "9999-12-31");
    }

    #[test]
    fn times_read_as_they_are_written() {
        for text in ["2026-11-22T21:04:05", "2026-11-22T00:00:00", "2026-11-22T23:59:59"] {
            assert_eq!(LocalTime::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "2026-11-22",
            "2026-11-22T24:00:00",
            "2026-11-22T1:00:00",
            "2026-11-22T10:00",
            "T10:00:00",
            "2026-11-22T10:00:00:00",
        ] {
            assert_eq!(LocalTime::parse(text), None, "{text}");
        }
    }
}
