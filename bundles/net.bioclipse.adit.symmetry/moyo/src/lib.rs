//! What Java asks of moyo: functions on plain numbers, so that no glue of a browser is needed.
//!
//! The caller gets room for its input with `input`, fills it, calls `analyse` or `identify` and reads `output` and `text`.

use std::cell::RefCell;

use moyo::base::{AngleTolerance, Cell, Lattice, Operation};
use moyo::data::{hall_symbol_entry, operations_from_number, HallNumber, Setting};
use moyo::identify::SpaceGroup;
use moyo::MoyoDataset;
use nalgebra::{Matrix3, Vector3};

#[derive(Default)]
struct Exchange {
    input: Vec<f64>,
    output: Vec<f64>,
    text: String,
}

thread_local! {
    static EXCHANGE: RefCell<Exchange> = RefCell::default();
}

/// How far translations may differ, in fractional coordinates, that are given exactly.
const EXACT: f64 = 1e-6;

/// Address of room for an input of that many numbers.
#[no_mangle]
pub extern "C" fn input(length: u32) -> *mut f64 {
    EXCHANGE.with_borrow_mut(|e| {
        e.input = vec![0.0; length as usize];
        e.input.as_mut_ptr()
    })
}

/// Address of the result. Of both: ITA number. Of `analyse` besides, count of operations n, count of atoms m of the
/// standardised cell; n times 9 rotation elements and 3 of the translation, in the standardised setting; 9 of the
/// lattice of that cell; m times 3 fractional coordinates; m atomic numbers.
#[no_mangle]
pub extern "C" fn output() -> *const f64 {
    EXCHANGE.with_borrow(|e| e.output.as_ptr())
}

/// Length of the result in numbers.
#[no_mangle]
pub extern "C" fn output_length() -> u32 {
    EXCHANGE.with_borrow(|e| e.output.len() as u32)
}

/// Address of a text in UTF-8: after success the short and the full Hermann-Mauguin symbol and the Hall symbol, a line each,
/// else the reason.
#[no_mangle]
pub extern "C" fn text() -> *const u8 {
    EXCHANGE.with_borrow(|e| e.text.as_ptr())
}

/// Length of the text in bytes.
#[no_mangle]
pub extern "C" fn text_length() -> u32 {
    EXCHANGE.with_borrow(|e| e.text.len() as u32)
}

/// Finds the space group of a crystal with a tolerance in the unit of the lattice. Input: the rows a, b, c of the lattice (9),
/// fractional positions (3 for each atom), atomic numbers (1 each). Gives 1 after success, else 0.
#[no_mangle]
pub extern "C" fn analyse(symprec: f64) -> u32 {
    answer(|input, output| find(input, symprec, output))
}

/// Names the space group of operations in a reduced right-handed primitive basis. Input: 9 rotation elements and 3 of the
/// translation for each. Gives 1 after success, else 0.
#[no_mangle]
pub extern "C" fn identify() -> u32 {
    answer(name)
}

fn answer(question: impl FnOnce(&[f64], &mut Vec<f64>) -> Result<String, String>) -> u32 {
    EXCHANGE.with_borrow_mut(|e| {
        e.output.clear();
        match question(&e.input, &mut e.output) {
            Ok(text) => {
                e.text = text;
                1
            }
            Err(reason) => {
                e.text = reason;
                0
            }
        }
    })
}

fn name(input: &[f64], output: &mut Vec<f64>) -> Result<String, String> {
    let operations = input
        .chunks_exact(12)
        .map(|o| Operation::new(Matrix3::from_row_slice(&o[..9]).map(|r| r as i32), Vector3::from_column_slice(&o[9..])))
        .collect();
    let found = SpaceGroup::new(&operations, Setting::Standard, EXACT).map_err(|e| e.to_string())?;
    output.push(found.number as f64);
    symbols(found.hall_number)
}

fn symbols(hall_number: HallNumber) -> Result<String, String> {
    let symbols = hall_symbol_entry(hall_number).ok_or("unknown Hall number")?;
    Ok(format!("{}\n{}\n{}", symbols.hm_short, symbols.hm_full, symbols.hall_symbol))
}

fn find(input: &[f64], symprec: f64, output: &mut Vec<f64>) -> Result<String, String> {
    let atoms = input.len().saturating_sub(9) / 4;
    if atoms == 0 {
        return Err("no atoms".to_string());
    }
    let lattice = Lattice::new(Matrix3::from_row_slice(&input[..9]));
    let positions = input[9..9 + 3 * atoms].chunks_exact(3).map(Vector3::from_column_slice).collect();
    let numbers = input[9 + 3 * atoms..].iter().map(|z| *z as i32).collect();
    let cell = Cell::new(lattice, positions, numbers);
    let found = MoyoDataset::new(&cell, symprec, AngleTolerance::Default, Setting::Standard, true).map_err(|e| e.to_string())?;
    let operations =
        operations_from_number(found.number, Setting::HallNumber(found.hall_number), false).map_err(|e| e.to_string())?;
    let standard = &found.std_cell;
    output.extend([found.number as f64, operations.len() as f64, standard.num_atoms() as f64]);
    for operation in &operations {
        output.extend(operation.rotation.transpose().iter().map(|r| *r as f64));
        output.extend(operation.translation.iter());
    }
    output.extend(standard.lattice.basis.iter()); // columns are the basis vectors
    output.extend(standard.positions.iter().flat_map(|p| [p.x, p.y, p.z]));
    output.extend(standard.numbers.iter().map(|z| *z as f64));
    symbols(found.hall_number)
}
