@echo off
rem Runs Muster on Windows as the script `muster` does elsewhere: finds a JDK 25 or later, builds on first use (or after a
rem change), then starts fast. The line in which the JDK announces its incubating module stays on stderr here.
setlocal enableextensions disabledelayedexpansion
set "ROOT=%~dp0"
set "STAMP=%ROOT%cli\target\muster.built"
set "LOG=%ROOT%cli\target\build.log"
set "JARS=%ROOT%cli\target\*;%ROOT%cli\target\lib\*"

set "JDK="
for %%D in ("%MUSTER_JAVA_HOME%" "%JAVA_HOME%") do call :try "%%~D"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%USERPROFILE%\.jdks\*") do call :try "%%~D"
if not defined JDK (
  echo muster: needs a JDK, version 25 or later ^(for example Eclipse Temurin 25^): install one, or point MUSTER_JAVA_HOME to it. 1>&2
  exit /b 78
)

call :isfresh || call :build || exit /b 70

rem Which commands take which options of the JDK stands in a file that the script for other systems reads as well.
for /f "usebackq eol=# tokens=1,*" %%A in ("%ROOT%muster.jvm") do set "JVM_%%A=%%B"
set "KIND=plans"
set "OPTIONS=%JVM_every% %JVM_plans%"
for %%C in (%JVM_vectors%) do if "%~1"=="%%C" set "KIND=games"
for %%C in (%JVM_loops%) do if "%~1"=="%%C" set "KIND=shares"
if "%KIND%"=="games" set "OPTIONS=%JVM_every% %JVM_games%"
if "%KIND%"=="shares" set "OPTIONS=%JVM_every% %JVM_shares%"
set "LIBRARIES="
set "ARCHIVE="
call :cache
call :width
"%JDK%\bin\java" %OPTIONS% %LIBRARIES% %ARCHIVE% %WIDTH% -cp "%JARS%" org.muster.cli.Muster %*
exit /b %ERRORLEVEL%

rem Takes the folder as the JDK if it is one of version 25 or later and none was taken before.
:try
if defined JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
for /f tokens^=2^ delims^=^=.^" %%V in ('findstr /b /c:"JAVA_VERSION=" "%~1\release" 2^>nul') do if %%V GEQ 25 set "JDK=%~f1"
exit /b 0

rem Whether there is a build and no source or pom is younger.
:isfresh
if not exist "%STAMP%" exit /b 1
pushd "%ROOT%"
powershell -NoProfile -Command "$built = (Get-Item 'cli\target\muster.built').LastWriteTime; if (Get-ChildItem 'pom.xml', '*\pom.xml', '*\src\main' -Recurse | Where-Object LastWriteTime -gt $built | Select-Object -First 1) { exit 1 }"
set "CODE=%ERRORLEVEL%"
popd
exit /b %CODE%

:build
echo muster: building (the first time it fetches 130 MB and takes a minute or more) ... 1>&2
if not exist "%ROOT%cli\target" mkdir "%ROOT%cli\target"
pushd "%ROOT%"
set "JAVA_HOME=%JDK%"
rem Afresh, so that no jar of an earlier build comes before its successor.
del "%STAMP%" >nul 2>&1
if exist "cli\target\lib" rmdir /s /q "cli\target\lib"
call mvnw.cmd -q -DskipTests -Dspotless.check.skip -pl cli -am package >"%LOG%" 2>&1
set "CODE=%ERRORLEVEL%"
popd
if not "%CODE%"=="0" (
  type "%LOG%" 1>&2
  echo muster: the build failed; its output stands above and in cli\target\build.log. 1>&2
  exit /b 1
)
rem The name of this build, by every jar of the class path, and that of the solvers' native libraries, by theirs.
pushd "%ROOT%"
powershell -NoProfile -Command "function Name($jars) { $sums = $jars | Sort-Object FullName | Get-FileHash | ForEach-Object Hash; $bytes = [Text.Encoding]::ASCII.GetBytes($sums -join ' '); -join ([Security.Cryptography.SHA256]::Create().ComputeHash($bytes)[0..7] | ForEach-Object { $_.ToString('x2') }) }; $names = (Name (Get-ChildItem 'cli\target\muster-cli-*.jar', 'cli\target\lib\*.jar')), (Name (Get-ChildItem 'cli\target\lib\ortools-*.jar')); Set-Content -Encoding ASCII 'cli\target\muster.part' $names; Move-Item -Force 'cli\target\muster.part' 'cli\target\muster.built'"
set "CODE=%ERRORLEVEL%"
popd
exit /b %CODE%

rem What is made once a build, in the user's own cache folder: the solvers' native libraries, which each start would else
rem unpack, and an archive of loaded and linked classes for each kind of command, which halves the time to start.
:cache
set "CACHE="
if defined USERPROFILE set "CACHE=%USERPROFILE%\AppData\Local\muster"
if defined LOCALAPPDATA set "CACHE=%LOCALAPPDATA%\muster"
if not defined CACHE exit /b 0
if not exist "%CACHE%" mkdir "%CACHE%" 2>nul
set "BUILT="
set "BUNDLE="
for /f "usebackq" %%L in ("%STAMP%") do call :name %%L
if not defined BUNDLE exit /b 0
set "NATIVES=%CACHE%\native-%BUNDLE%"
set "BUNDLED="
for %%J in ("%ROOT%cli\target\lib\ortools-*.jar") do call :bundled "%%~fJ"
if not exist "%NATIVES%" "%JDK%\bin\java" -cp "%JARS%" org.muster.cli.NativeLibraries "%NATIVES%" %BUNDLED% >nul 2>&1 <nul
if exist "%NATIVES%" set LIBRARIES="-Djava.library.path=%NATIVES%"
for %%J in ("%JDK%") do set "AOT=%CACHE%\%BUILT%-%%~nxJ-%KIND%.aot"
if exist "%AOT%" goto :archived
set "PART=%AOT%.%RANDOM%"
"%JDK%\bin\java" %OPTIONS% %LIBRARIES% "-XX:AOTCacheOutput=%PART%" -Xlog:disable -cp "%JARS%" org.muster.cli.Rehearsal %KIND% "%ROOT%examples" >nul 2>&1 <nul && move /y "%PART%" "%AOT%" >nul 2>&1
if not exist "%AOT%" (
  del "%PART%" "%PART%.config" >nul 2>&1
  exit /b 0
)
forfiles /p "%CACHE%" /m *.aot /d -30 /c "cmd /c del @path" >nul 2>&1
:archived
set ARCHIVE="-XX:AOTCache=%AOT%" %JVM_archive%
exit /b 0

rem The first line of the stamp names the build, the second the native libraries.
:name
if defined BUILT (set "BUNDLE=%~1") else set "BUILT=%~1"
exit /b 0

:bundled
set BUNDLED=%BUNDLED% "%~1"
exit /b 0

rem The width of the console, the second number that `mode` tells in any language. Whether output goes there, the JDK says.
:width
set "WIDTH="
if defined COLUMNS exit /b 0
set "SEEN="
for /f "tokens=2 delims=:" %%W in ('mode con 2^>nul') do call :columns %%W
exit /b 0

:columns
if defined WIDTH exit /b 0
if not defined SEEN (
  set "SEEN=1"
  exit /b 0
)
set "WIDTH=-Dmuster.columns=%~1"
exit /b 0
