;; The byte kernel of search. `kernel.ts` says what each function gives, and has the same in plain JavaScript.
(module
  (memory (import "env" "memory") 1)
  (global $next (export "next") (mut i32) (i32.const 0))

  ;; Which of the eight window patterns fit at each place: three bytes, each looked up by its two halves. A block of 16 bytes is
  ;; looked up once for each position in the window; the answers are then laid over each other, shifted by one and by two.
  ;; Stops near `end` or when `room` places are found; `next` is where to go on. Reads up to 48 bytes behind a place.
  (func (export "windows") (param $tables i32) (param $at i32) (param $end i32) (param $out i32) (param $room i32) (result i32)
    (local $lo0 v128) (local $hi0 v128) (local $lo1 v128) (local $hi1 v128) (local $lo2 v128) (local $hi2 v128) (local $low v128)
    (local $v v128) (local $l v128) (local $h v128) (local $first v128) (local $second v128) (local $bits i32) (local $count i32)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $b0 v128) (local $b1 v128) (local $b2 v128)
    (local $c0 v128) (local $c1 v128) (local $c2 v128)
    (local.set $lo0 (v128.load offset=0 (local.get $tables)))
    (local.set $hi0 (v128.load offset=16 (local.get $tables)))
    (local.set $lo1 (v128.load offset=32 (local.get $tables)))
    (local.set $hi1 (v128.load offset=48 (local.get $tables)))
    (local.set $lo2 (v128.load offset=64 (local.get $tables)))
    (local.set $hi2 (v128.load offset=80 (local.get $tables)))
    (local.set $low (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15))
    (local.set $room (i32.sub (local.get $room) (i32.const 32)))
    (block $done
      (br_if $done (i32.ge_u (i32.add (local.get $at) (i32.const 48)) (local.get $end)))
      (local.set $v (v128.load offset=0 (local.get $at)))
      (local.set $l (v128.and (local.get $v) (local.get $low)))
      (local.set $h (v128.and (i16x8.shr_u (local.get $v) (i32.const 4)) (local.get $low)))
      (local.set $a0 (v128.and (i8x16.swizzle (local.get $lo0) (local.get $l)) (i8x16.swizzle (local.get $hi0) (local.get $h))))
      (local.set $a1 (v128.and (i8x16.swizzle (local.get $lo1) (local.get $l)) (i8x16.swizzle (local.get $hi1) (local.get $h))))
      (local.set $a2 (v128.and (i8x16.swizzle (local.get $lo2) (local.get $l)) (i8x16.swizzle (local.get $hi2) (local.get $h))))
      (loop $blocks
        (br_if $done (i32.ge_u (i32.add (local.get $at) (i32.const 48)) (local.get $end)))
        (br_if $done (i32.gt_s (local.get $count) (local.get $room)))
        (local.set $v (v128.load offset=16 (local.get $at)))
        (local.set $l (v128.and (local.get $v) (local.get $low)))
        (local.set $h (v128.and (i16x8.shr_u (local.get $v) (i32.const 4)) (local.get $low)))
        (local.set $b0 (v128.and (i8x16.swizzle (local.get $lo0) (local.get $l)) (i8x16.swizzle (local.get $hi0) (local.get $h))))
        (local.set $b1 (v128.and (i8x16.swizzle (local.get $lo1) (local.get $l)) (i8x16.swizzle (local.get $hi1) (local.get $h))))
        (local.set $b2 (v128.and (i8x16.swizzle (local.get $lo2) (local.get $l)) (i8x16.swizzle (local.get $hi2) (local.get $h))))
        (local.set $first (v128.and (local.get $a0) (v128.and
          (i8x16.shuffle 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 (local.get $a1) (local.get $b1))
          (i8x16.shuffle 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 (local.get $a2) (local.get $b2)))))
        (local.set $v (v128.load offset=32 (local.get $at)))
        (local.set $l (v128.and (local.get $v) (local.get $low)))
        (local.set $h (v128.and (i16x8.shr_u (local.get $v) (i32.const 4)) (local.get $low)))
        (local.set $c0 (v128.and (i8x16.swizzle (local.get $lo0) (local.get $l)) (i8x16.swizzle (local.get $hi0) (local.get $h))))
        (local.set $c1 (v128.and (i8x16.swizzle (local.get $lo1) (local.get $l)) (i8x16.swizzle (local.get $hi1) (local.get $h))))
        (local.set $c2 (v128.and (i8x16.swizzle (local.get $lo2) (local.get $l)) (i8x16.swizzle (local.get $hi2) (local.get $h))))
        (local.set $second (v128.and (local.get $b0) (v128.and
          (i8x16.shuffle 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 (local.get $b1) (local.get $c1))
          (i8x16.shuffle 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 (local.get $b2) (local.get $c2)))))
        (local.set $a0 (local.get $c0))
        (local.set $a1 (local.get $c1))
        (local.set $a2 (local.get $c2))
        (if (v128.any_true (v128.or (local.get $first) (local.get $second)))
          (then
            (local.set $bits (i32.or
              (i8x16.bitmask (i8x16.ne (local.get $first) (v128.const i64x2 0 0)))
              (i32.shl (i8x16.bitmask (i8x16.ne (local.get $second) (v128.const i64x2 0 0))) (i32.const 16))))
            (loop $places
              (i32.store
                (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2)))
                (i32.add (local.get $at) (i32.ctz (local.get $bits))))
              (local.set $count (i32.add (local.get $count) (i32.const 1)))
              (local.set $bits (i32.and (local.get $bits) (i32.sub (local.get $bits) (i32.const 1))))
              (br_if $places (local.get $bits)))))
        (local.set $at (i32.add (local.get $at) (i32.const 32)))
        (br $blocks)))
    (global.set $next (local.get $at))
    (local.get $count))

  ;; How many bytes from `at` are `byte`, 16 at a time; `next` is where to go on.
  (func (export "count") (param $byte i32) (param $at i32) (param $end i32) (result i32)
    (local $wanted v128) (local $count i32)
    (local.set $wanted (i8x16.splat (local.get $byte)))
    (block $done
      (loop $blocks
        (br_if $done (i32.gt_u (i32.add (local.get $at) (i32.const 16)) (local.get $end)))
        (local.set $count (i32.add (local.get $count)
          (i32.popcnt (i8x16.bitmask (i8x16.eq (v128.load (local.get $at)) (local.get $wanted))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $blocks)))
    (global.set $next (local.get $at))
    (local.get $count)))
